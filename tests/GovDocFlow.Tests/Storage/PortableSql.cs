using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace GovDocFlow.Tests.Storage;

/// <summary>Checks that a statement keeps to what SQL Server, its look-alikes and SQLite understand alike.</summary>
internal sealed class PortableSql : TSqlFragmentVisitor
{
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "COUNT", "SUM", "MIN", "MAX", "AVG", "CONCAT", "LOWER", "UPPER", "ABS", "REPLACE", "ROW_NUMBER",
    };

    private readonly List<string> _faults = [];

    /// <summary>What is wrong with the text; empty where nothing is.</summary>
    public static IReadOnlyList<string> Faults(string sql)
    {
        var parser = new TSql150Parser(initialQuotedIdentifiers: true);
        var tree = parser.Parse(new StringReader(sql), out var errors);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => $"line {error.Line}: {error.Message}")];
        }

        var check = new PortableSql();
        tree.Accept(check);
        return check._faults;
    }

    public override void Visit(MergeStatement node) => Ban("MERGE");

    public override void Visit(CreateOrAlterProcedureStatement node) => Ban("CREATE OR ALTER");

    public override void Visit(CreateOrAlterViewStatement node) => Ban("CREATE OR ALTER");

    public override void Visit(CreateOrAlterFunctionStatement node) => Ban("CREATE OR ALTER");

    public override void Visit(CreateOrAlterTriggerStatement node) => Ban("CREATE OR ALTER");

    public override void Visit(ExecuteStatement node) => Ban("EXECUTE");

    public override void Visit(IndexDefinition node) => Ban("an index inside CREATE TABLE");

    public override void Visit(OutputClause node) => Ban("OUTPUT");

    public override void Visit(OutputIntoClause node) => Ban("OUTPUT INTO");

    public override void Visit(TopRowFilter node) => Ban("TOP");

    public override void Visit(OffsetClause node) => Ban("OFFSET outside the dialect");

    public override void Visit(SelectStarExpression node) => Ban("SELECT *");

    public override void Visit(TableHint node) => Ban($"the hint {node.HintKind}");

    public override void Visit(AlterTableAlterColumnStatement node) => Ban("ALTER COLUMN");

    public override void Visit(AlterTableAddTableElementStatement node)
    {
        if (node.Definition.ColumnDefinitions.Count + node.Definition.TableConstraints.Count > 1)
        {
            Ban("more than one column in one ALTER TABLE ADD");
        }
    }

    public override void Visit(DefaultConstraintDefinition node)
    {
        if (node.WithValues)
        {
            Ban("DEFAULT ... WITH VALUES");
        }
    }

    public override void Visit(FunctionCall node)
    {
        if (!Functions.Contains(node.FunctionName.Value))
        {
            Ban($"the function {node.FunctionName.Value}");
        }
    }

    public override void Visit(ConvertCall node) => Ban("CONVERT");

    public override void Visit(IIfCall node) => Ban("IIF");

    public override void Visit(BinaryExpression node)
    {
        if (node.BinaryExpressionType == BinaryExpressionType.Add
            && (node.FirstExpression is StringLiteral || node.SecondExpression is StringLiteral))
        {
            Ban("+ between texts");
        }
    }

    public override void Visit(SelectStatement node)
    {
        if (node.QueryExpression is QuerySpecification query
            && query.SelectElements.OfType<SelectScalarExpression>().Any(one => one.Expression is VariableReference))
        {
            Ban("a parameter that is returned without CAST");
        }
    }

    private void Ban(string what) => _faults.Add(what);
}
