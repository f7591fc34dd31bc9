ALTER TABLE Document ADD NumberOrder nvarchar(40) NULL
GO
UPDATE Document
SET    NumberOrder = (
           SELECT MAX(CONCAT(l.Series, l.NumberYear, 100000 + l.Ordinal))
           FROM   LedgerNumber l
           WHERE  l.DocumentId = Document.Id AND Document.Number LIKE CONCAT(l.Series, '_', l.NumberYear, '_', l.Ordinal, '_'))
WHERE  Number IS NOT NULL
