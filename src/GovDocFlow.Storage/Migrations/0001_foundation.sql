CREATE TABLE FileContent (
    Seq {{sequence}},
    Sha256 nvarchar(64) NOT NULL,
    Size bigint NOT NULL,
    StoredAt nvarchar(24) NOT NULL,
    CONSTRAINT UQ_FileContent_Sha256 UNIQUE (Sha256)
)
GO
CREATE TABLE FileChunk (
    Seq {{sequence}},
    Sha256 nvarchar(64) NOT NULL,
    Number int NOT NULL,
    Content {{blob}} NOT NULL,
    CONSTRAINT UQ_FileChunk_Sha256_Number UNIQUE (Sha256, Number),
    CONSTRAINT FK_FileChunk_FileContent FOREIGN KEY (Sha256) REFERENCES FileContent (Sha256)
)
GO
CREATE TABLE TrailHead (
    Seq {{sequence}},
    Subject nvarchar(60) NOT NULL,
    Line int NOT NULL,
    Hash nvarchar(64) NOT NULL,
    CONSTRAINT UQ_TrailHead_Subject UNIQUE (Subject)
)
GO
CREATE TABLE TrailEntry (
    Seq {{sequence}},
    Subject nvarchar(60) NOT NULL,
    Line int NOT NULL,
    At nvarchar(24) NOT NULL,
    Actor nvarchar(60) NOT NULL,
    ActorName nvarchar(200) NOT NULL,
    OnBehalfOf nvarchar(200) NULL,
    Verb nvarchar(60) NOT NULL,
    Detail {{text}} NOT NULL,
    SubjectVersion int NOT NULL,
    PreviousHash nvarchar(64) NOT NULL,
    Hash nvarchar(64) NOT NULL,
    CONSTRAINT UQ_TrailEntry_Subject_Line UNIQUE (Subject, Line),
    CONSTRAINT FK_TrailEntry_TrailHead FOREIGN KEY (Subject) REFERENCES TrailHead (Subject)
)
GO
CREATE TABLE Department (
    Seq {{sequence}},
    DepartmentKey nvarchar(40) NOT NULL,
    Name nvarchar(200) NOT NULL,
    ShortName nvarchar(100) NOT NULL,
    Aliases {{text}} NOT NULL,
    IsOffice int NOT NULL,
    CONSTRAINT UQ_Department_DepartmentKey UNIQUE (DepartmentKey)
)
GO
CREATE TABLE Officer (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    UserName nvarchar(100) NOT NULL,
    Name nvarchar(200) NOT NULL,
    Title nvarchar(200) NOT NULL,
    Department nvarchar(40) NOT NULL,
    Roles nvarchar(400) NOT NULL,
    PasswordHash nvarchar(400) NOT NULL,
    Disabled int NOT NULL,
    CreatedAt nvarchar(24) NOT NULL,
    CONSTRAINT UQ_Officer_Id UNIQUE (Id),
    CONSTRAINT UQ_Officer_UserName UNIQUE (UserName),
    CONSTRAINT FK_Officer_Department FOREIGN KEY (Department) REFERENCES Department (DepartmentKey)
)
GO
CREATE INDEX IX_Officer_Department ON Officer (Department)
GO
CREATE TABLE SessionToken (
    Seq {{sequence}},
    TokenHash nvarchar(64) NOT NULL,
    Officer nvarchar(36) NOT NULL,
    CreatedAt nvarchar(24) NOT NULL,
    ExpiresAt nvarchar(24) NOT NULL,
    EndedAt nvarchar(24) NULL,
    CONSTRAINT UQ_SessionToken_TokenHash UNIQUE (TokenHash),
    CONSTRAINT FK_SessionToken_Officer FOREIGN KEY (Officer) REFERENCES Officer (Id)
)
GO
CREATE INDEX IX_SessionToken_Officer ON SessionToken (Officer)
GO
CREATE TABLE SignInLog (
    Seq {{sequence}},
    UserName nvarchar(100) NOT NULL,
    Succeeded int NOT NULL,
    Address nvarchar(64) NULL,
    At nvarchar(24) NOT NULL
)
GO
CREATE INDEX IX_SignInLog_UserName_At ON SignInLog (UserName, At)
GO
CREATE TABLE IdempotentAnswer (
    Seq {{sequence}},
    Officer nvarchar(36) NOT NULL,
    Path nvarchar(300) NOT NULL,
    KeyHash nvarchar(64) NOT NULL,
    BodyHash nvarchar(64) NOT NULL,
    Answer {{text}} NULL,
    At nvarchar(24) NOT NULL,
    CONSTRAINT UQ_IdempotentAnswer_Officer_Path_KeyHash UNIQUE (Officer, Path, KeyHash)
)
GO
CREATE INDEX IX_IdempotentAnswer_At ON IdempotentAnswer (At)
GO
CREATE TABLE PinnedContent (
    Seq {{sequence}},
    Hash nvarchar(64) NOT NULL,
    Kind nvarchar(40) NOT NULL,
    Name nvarchar(200) NOT NULL,
    Content {{text}} NOT NULL,
    At nvarchar(24) NOT NULL,
    CONSTRAINT UQ_PinnedContent_Hash UNIQUE (Hash)
)
