CREATE INDEX IX_Clock_SubjectId_RuleCode ON Clock (SubjectId, RuleCode, Status)
GO
CREATE INDEX IX_Document_SubmittedAt_State ON Document (SubmittedAt, State, Department, Id)
GO
CREATE INDEX IX_Document_IssuedAt_Department ON Document (IssuedAt, Department, Attribute, Id)
