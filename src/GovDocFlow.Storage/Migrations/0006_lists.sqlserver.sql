CREATE INDEX IX_Document_Listed ON Document (Seq)
    INCLUDE (Title, Number, State, Kind, Attribute, Normative, Department, StartedBy, CreatedAt, SubmittedAt, Id)
GO
CREATE INDEX IX_Document_FormedOn ON Document (FormedOn, Seq)
GO
CREATE INDEX IX_Document_NumberOrder ON Document (NumberOrder, Seq)
GO
CREATE INDEX IX_Document_OverdueAt ON Document (OverdueAt, Seq)
    INCLUDE (DueSoonAt, IsProvisional, Department, SubmittedAt, Id)
GO
DROP INDEX IX_Document_Due ON Document
GO
CREATE INDEX IX_Notice_Officer_ReadAt ON Notice (Officer, ReadAt)
