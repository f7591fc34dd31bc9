CREATE TABLE Document (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    Version int NOT NULL,
    State nvarchar(20) NOT NULL,
    Title nvarchar(500) NOT NULL,
    Kind nvarchar(20) NOT NULL,
    Attribute nvarchar(20) NULL,
    Normative int NOT NULL,
    Department nvarchar(40) NOT NULL,
    StartedBy nvarchar(36) NOT NULL,
    Drafters {{text}} NOT NULL,
    Draft {{text}} NOT NULL,
    CreatedAt nvarchar(24) NOT NULL,
    SubmittedAt nvarchar(24) NULL,
    SubmittedVersion int NULL,
    Route nvarchar(100) NULL,
    RouteHash nvarchar(64) NULL,
    RulesHash nvarchar(64) NULL,
    Position {{text}} NULL,
    ApprovedPair nvarchar(64) NULL,
    Countersignatures {{text}} NULL,
    Returns int NOT NULL,
    FormedOn nvarchar(10) NULL,
    SignedOffAt nvarchar(24) NULL,
    SignedOffBy nvarchar(36) NULL,
    Number nvarchar(60) NULL,
    IssuedAt nvarchar(24) NULL,
    DueSoonAt nvarchar(24) NULL,
    OverdueAt nvarchar(24) NULL,
    IsProvisional int NOT NULL,
    CONSTRAINT UQ_Document_Id UNIQUE (Id)
)
GO
CREATE INDEX IX_Document_Department ON Document (Department, Seq)
GO
CREATE INDEX IX_Document_State ON Document (State, Seq)
GO
CREATE INDEX IX_Document_StartedBy ON Document (StartedBy, Seq)
GO
CREATE INDEX IX_Document_Due ON Document (OverdueAt, DueSoonAt, IsProvisional, Seq)
GO
CREATE INDEX IX_Document_Number ON Document (Number)
GO
CREATE TABLE JointIssuer (
    Seq {{sequence}},
    DocumentId nvarchar(36) NOT NULL,
    Department nvarchar(40) NOT NULL,
    CONSTRAINT UQ_JointIssuer_DocumentId_Department UNIQUE (DocumentId, Department),
    CONSTRAINT FK_JointIssuer_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE INDEX IX_JointIssuer_Department ON JointIssuer (Department, DocumentId)
GO
CREATE TABLE DocumentFile (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    Role nvarchar(40) NOT NULL,
    Name nvarchar(300) NOT NULL,
    ContentType nvarchar(200) NOT NULL,
    Size bigint NOT NULL,
    Sha256 nvarchar(64) NOT NULL,
    Version int NOT NULL,
    IsCurrent int NOT NULL,
    AddedAt nvarchar(24) NOT NULL,
    AddedBy nvarchar(36) NOT NULL,
    CONSTRAINT UQ_DocumentFile_Id UNIQUE (Id),
    CONSTRAINT FK_DocumentFile_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id),
    CONSTRAINT FK_DocumentFile_FileContent FOREIGN KEY (Sha256) REFERENCES FileContent (Sha256)
)
GO
CREATE INDEX IX_DocumentFile_DocumentId ON DocumentFile (DocumentId, Seq)
GO
CREATE TABLE PaperText (
    Seq {{sequence}},
    Sha256 nvarchar(64) NOT NULL,
    Paragraphs {{text}} NOT NULL,
    CONSTRAINT UQ_PaperText_Sha256 UNIQUE (Sha256),
    CONSTRAINT FK_PaperText_FileContent FOREIGN KEY (Sha256) REFERENCES FileContent (Sha256)
)
GO
CREATE TABLE WorkTask (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    Step nvarchar(100) NOT NULL,
    StepName nvarchar(100) NOT NULL,
    Role nvarchar(40) NOT NULL,
    Department nvarchar(40) NULL,
    ReceivedAt nvarchar(24) NOT NULL,
    DueOn nvarchar(10) NULL,
    ClosedAt nvarchar(24) NULL,
    ClosedBy nvarchar(200) NULL,
    ClosedAs nvarchar(20) NULL,
    IsOpen int NOT NULL,
    CONSTRAINT UQ_WorkTask_Id UNIQUE (Id),
    CONSTRAINT FK_WorkTask_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE INDEX IX_WorkTask_DocumentId ON WorkTask (DocumentId, Seq)
GO
CREATE INDEX IX_WorkTask_IsOpen_Role ON WorkTask (IsOpen, Role, Seq, Department)
GO
CREATE TABLE Opinion (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    Step nvarchar(100) NOT NULL,
    StepName nvarchar(100) NOT NULL,
    ByOfficer nvarchar(36) NOT NULL,
    ByName nvarchar(200) NOT NULL,
    ByTitle nvarchar(200) NOT NULL,
    Verb nvarchar(20) NOT NULL,
    Words {{text}} NOT NULL,
    GivenAt nvarchar(24) NOT NULL,
    DocumentVersion int NOT NULL,
    CONSTRAINT UQ_Opinion_Id UNIQUE (Id),
    CONSTRAINT FK_Opinion_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE INDEX IX_Opinion_DocumentId ON Opinion (DocumentId, Seq)
GO
CREATE TABLE ReturnNotice (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    N int NOT NULL,
    Kind nvarchar(20) NOT NULL,
    Number nvarchar(60) NULL,
    ReturnedAt nvarchar(24) NOT NULL,
    ByOfficer nvarchar(36) NULL,
    ByName nvarchar(200) NOT NULL,
    Step nvarchar(100) NULL,
    ThenBack int NOT NULL,
    Opinion {{text}} NULL,
    Items {{text}} NOT NULL,
    Warnings {{text}} NOT NULL,
    CONSTRAINT UQ_ReturnNotice_DocumentId_N UNIQUE (DocumentId, N),
    CONSTRAINT FK_ReturnNotice_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE TABLE Publication (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    Part nvarchar(20) NOT NULL,
    Channel nvarchar(20) NOT NULL,
    Url nvarchar(1000) NOT NULL,
    PublishedAt nvarchar(24) NOT NULL,
    RecordedAt nvarchar(24) NOT NULL,
    ByOfficer nvarchar(36) NOT NULL,
    WithdrawnAt nvarchar(24) NULL,
    WithdrawnBecause {{text}} NULL,
    CONSTRAINT UQ_Publication_Id UNIQUE (Id),
    CONSTRAINT FK_Publication_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE INDEX IX_Publication_DocumentId ON Publication (DocumentId, Seq)
GO
CREATE TABLE Clock (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    RuleCode nvarchar(60) NOT NULL,
    RuleVersion nvarchar(40) NOT NULL,
    LegalBasis nvarchar(400) NOT NULL,
    Part nvarchar(20) NOT NULL,
    SubjectType nvarchar(20) NOT NULL,
    SubjectId nvarchar(36) NOT NULL,
    StartEvent nvarchar(40) NOT NULL,
    StartedAt nvarchar(24) NOT NULL,
    Amount int NULL,
    Unit nvarchar(20) NOT NULL,
    DueOn nvarchar(10) NOT NULL,
    DueAt nvarchar(24) NOT NULL,
    Certainty nvarchar(20) NOT NULL,
    EarliestDueOn nvarchar(10) NOT NULL,
    LatestDueOn nvarchar(10) NOT NULL,
    Status nvarchar(20) NOT NULL,
    StoppedAt nvarchar(24) NULL,
    CalendarVersion nvarchar(64) NOT NULL,
    Ladder nvarchar(40) NOT NULL,
    NextRung nvarchar(40) NULL,
    NextFiresAt nvarchar(24) NULL,
    CONSTRAINT UQ_Clock_Id UNIQUE (Id)
)
GO
CREATE INDEX IX_Clock_SubjectId ON Clock (SubjectId, Seq)
GO
CREATE INDEX IX_Clock_NextFiresAt ON Clock (NextFiresAt, Seq)
GO
CREATE INDEX IX_Clock_Status ON Clock (Status, Seq)
GO
CREATE TABLE FiredRung (
    Seq {{sequence}},
    ClockId nvarchar(36) NOT NULL,
    Code nvarchar(40) NOT NULL,
    FiresAt nvarchar(24) NOT NULL,
    FiredAt nvarchar(24) NOT NULL,
    Notified {{text}} NOT NULL,
    CONSTRAINT UQ_FiredRung_ClockId_Code UNIQUE (ClockId, Code),
    CONSTRAINT FK_FiredRung_Clock FOREIGN KEY (ClockId) REFERENCES Clock (Id)
)
GO
CREATE TABLE ClockHistory (
    Seq {{sequence}},
    ClockId nvarchar(36) NOT NULL,
    At nvarchar(24) NOT NULL,
    Status nvarchar(20) NOT NULL,
    DueOn nvarchar(10) NOT NULL,
    CalendarVersion nvarchar(64) NOT NULL,
    Because nvarchar(100) NOT NULL,
    CONSTRAINT FK_ClockHistory_Clock FOREIGN KEY (ClockId) REFERENCES Clock (Id)
)
GO
CREATE INDEX IX_ClockHistory_ClockId ON ClockHistory (ClockId, Seq)
GO
CREATE TABLE NumberSeries (
    Seq {{sequence}},
    Series nvarchar(40) NOT NULL,
    NumberYear int NOT NULL,
    LastNumber int NOT NULL,
    CONSTRAINT UQ_NumberSeries_Series_NumberYear UNIQUE (Series, NumberYear)
)
GO
CREATE TABLE LedgerNumber (
    Seq {{sequence}},
    Series nvarchar(40) NOT NULL,
    NumberYear int NOT NULL,
    Ordinal int NOT NULL,
    State nvarchar(20) NOT NULL,
    DocumentId nvarchar(36) NULL,
    Reason nvarchar(500) NULL,
    ChangedAt nvarchar(24) NOT NULL,
    ChangedBy nvarchar(200) NOT NULL,
    CONSTRAINT UQ_LedgerNumber_Series_NumberYear_Ordinal UNIQUE (Series, NumberYear, Ordinal)
)
GO
CREATE INDEX IX_LedgerNumber_DocumentId ON LedgerNumber (DocumentId)
GO
CREATE TABLE Notice (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    Officer nvarchar(36) NOT NULL,
    Kind nvarchar(20) NOT NULL,
    DocumentId nvarchar(36) NULL,
    WordsZh nvarchar(1000) NOT NULL,
    WordsEn nvarchar(1000) NOT NULL,
    At nvarchar(24) NOT NULL,
    ReadAt nvarchar(24) NULL,
    CONSTRAINT UQ_Notice_Id UNIQUE (Id)
)
GO
CREATE INDEX IX_Notice_Officer ON Notice (Officer, Seq)
GO
CREATE TABLE SupervisionItem (
    Seq {{sequence}},
    Id nvarchar(36) NOT NULL,
    DocumentId nvarchar(36) NOT NULL,
    ClockId nvarchar(36) NULL,
    RuleCode nvarchar(60) NOT NULL,
    OpenedAt nvarchar(24) NOT NULL,
    Feedback {{text}} NULL,
    FeedbackAt nvarchar(24) NULL,
    FeedbackBy nvarchar(200) NULL,
    ClosedAt nvarchar(24) NULL,
    ClosedBy nvarchar(200) NULL,
    CONSTRAINT UQ_SupervisionItem_Id UNIQUE (Id),
    CONSTRAINT UQ_SupervisionItem_ClockId UNIQUE (ClockId),
    CONSTRAINT FK_SupervisionItem_Document FOREIGN KEY (DocumentId) REFERENCES Document (Id)
)
GO
CREATE INDEX IX_SupervisionItem_DocumentId ON SupervisionItem (DocumentId)
GO
CREATE TABLE SeriesName (
    Seq {{sequence}},
    Name nvarchar(40) NOT NULL,
    Organ nvarchar(200) NOT NULL,
    IsNormative int NOT NULL,
    CONSTRAINT UQ_SeriesName_Name UNIQUE (Name)
)
GO
