CREATE TABLE OfficerPost (
    Seq {{sequence}},
    Officer nvarchar(36) NOT NULL,
    Title nvarchar(200) NOT NULL,
    Department nvarchar(40) NOT NULL,
    Roles nvarchar(400) NOT NULL,
    FromDay nvarchar(10) NOT NULL,
    UntilDay nvarchar(10) NULL,
    CONSTRAINT UQ_OfficerPost_Officer_FromDay UNIQUE (Officer, FromDay),
    CONSTRAINT FK_OfficerPost_Officer FOREIGN KEY (Officer) REFERENCES Officer (Id),
    CONSTRAINT FK_OfficerPost_Department FOREIGN KEY (Department) REFERENCES Department (DepartmentKey)
)
GO
CREATE TABLE Phrase (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    Officer nvarchar(36) NOT NULL,
    Verb nvarchar(20) NULL,
    Words nvarchar(500) NOT NULL,
    CONSTRAINT UQ_Phrase_Id UNIQUE (Id),
    CONSTRAINT FK_Phrase_Officer FOREIGN KEY (Officer) REFERENCES Officer (Id)
)
GO
CREATE INDEX IX_Phrase_Officer ON Phrase (Officer, Seq)
GO
CREATE TABLE DueFeed (
    Seq {{sequence}},
    Officer nvarchar(36) NOT NULL,
    TokenHash nvarchar(64) NOT NULL,
    CreatedAt nvarchar(24) NOT NULL,
    CONSTRAINT UQ_DueFeed_Officer UNIQUE (Officer),
    CONSTRAINT UQ_DueFeed_TokenHash UNIQUE (TokenHash),
    CONSTRAINT FK_DueFeed_Officer FOREIGN KEY (Officer) REFERENCES Officer (Id)
)
GO
CREATE INDEX IX_Document_SubmittedAt ON Document (SubmittedAt, Seq)
GO
CREATE INDEX IX_Document_IssuedAt ON Document (IssuedAt, Seq)
GO
CREATE INDEX IX_ReturnNotice_ReturnedAt ON ReturnNotice (ReturnedAt, Seq)
GO
CREATE INDEX IX_Clock_DueOn ON Clock (DueOn, Seq)
GO
CREATE INDEX IX_TrailEntry_Actor ON TrailEntry (Actor, Seq)
GO
CREATE INDEX IX_TrailEntry_Verb ON TrailEntry (Verb, Seq)
GO
CREATE INDEX IX_TrailEntry_At ON TrailEntry (At, Seq)
