using System.Reflection;
using System.Runtime.CompilerServices;

namespace GovDocFlow.Tests.Storage;

/// <summary>
/// The driver is compiled against an assembly that is not always to be had. Whether what stands in its place is
/// enough shows when the driver's methods are compiled, which needs no server.
/// </summary>
public sealed class SqlServerDriverTests
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static;

    [TestCase("SqlConnection")]
    [TestCase("SqlCommand")]
    [TestCase("SqlParameter")]
    [TestCase("SqlParameterCollection")]
    [TestCase("SqlDataReader")]
    [TestCase("MetaType")]
    [TestCase("TdsParser")]
    public void Every_method_that_a_command_with_parameters_meets_can_be_compiled(string type)
    {
        var methods = Methods(type);

        Assert.That(methods, Is.Not.Empty);
        Assert.That(
            () =>
            {
                foreach (var method in methods)
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
            },
            Throws.Nothing);
    }

    private static List<MethodBase> Methods(string type)
    {
        var driver = Assembly.Load("Microsoft.Data.SqlClient");
        var named = driver.GetType($"Microsoft.Data.SqlClient.{type}", throwOnError: true)!;
        return
        [
            .. named.GetMethods(Declared).Cast<MethodBase>().Concat(named.GetConstructors(Declared))
                .Where(method => !method.IsAbstract && !method.ContainsGenericParameters && method.GetMethodBody() is not null),
        ];
    }
}
