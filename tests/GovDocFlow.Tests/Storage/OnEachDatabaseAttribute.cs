using GovDocFlow.Storage;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace GovDocFlow.Tests.Storage;

/// <summary>
/// The fixture takes a <see cref="DatabaseProvider"/> and runs on SQLite, and on SQL Server too when one is given.
/// What does not run for want of a server is counted by <see cref="SqlServerRunTests"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEachDatabaseAttribute : NUnitAttribute, IFixtureBuilder2
{
    private readonly NUnitTestFixtureBuilder _builder = new();

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo) => BuildFrom(typeInfo, new EverythingFilter());

    public IEnumerable<TestSuite> BuildFrom(ITypeInfo typeInfo, IPreFilter filter)
    {
        yield return Build(typeInfo, filter, DatabaseProvider.Sqlite);
        if (TestDatabase.Server is not null)
        {
            yield return Build(typeInfo, filter, DatabaseProvider.SqlServer);
        }
    }

    private TestSuite Build(ITypeInfo typeInfo, IPreFilter filter, DatabaseProvider provider)
    {
        var fixture = _builder.BuildFrom(typeInfo, filter, new TestFixtureParameters(provider));

        // NUnit applies the assembly's life cycle only to fixtures that its own attribute builds.
        new FixtureLifeCycleAttribute(LifeCycle.InstancePerTestCase).ApplyToTest(fixture);
        return fixture;
    }

    private sealed class EverythingFilter : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, System.Reflection.MethodInfo method) => true;
    }
}
