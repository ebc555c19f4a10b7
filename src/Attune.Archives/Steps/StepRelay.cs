using System.Buffers.Binary;

namespace Attune.Archives.Steps;

/// <summary>
/// The program that ties a step's standard input and output to the socket that it reaches this process by: <c>relay SOCKET PROGRAM ARGUMENT…</c>.
/// A socket's name that begins with <c>@</c> is in no directory but in the network's namespace (unix(7), "abstract"), its last byte being 0.
/// Images have tar, but nothing that talks to such a socket. It makes four system calls, as the listing beside the code says, and needs no
/// library; so it is written down as it is executed, and runs in every Linux image. Beside it <c>exchange ONE OTHER</c>, which lets two entries
/// change places at once (renameat2(2)): the <c>mv</c> of most images can't.
/// </summary>
internal static class StepRelay
{
    private const int HeaderLength = 64 + 56;
    private const ulong LoadAddress = 0x400000;

    // socket(AF_UNIX, SOCK_STREAM, 0); connect(fd, {AF_UNIX, argv[1]}); dup2(fd, 0); dup2(fd, 1); execve(argv[2], argv + 2, environ); exit(127).
    private const string Amd64 =
        "4989e4" + "6a2958" + "6a015f" + "6a015e" + "31d2" + "0f05" + "89c3" // mov r12,rsp; eax=41; edi=1; esi=1; edx=0; syscall; mov ebx,eax
        + "4881ec80000000" + "4889e7" + "66b80100" + "66ab" + "498b742410" // sub rsp,128; mov rdi,rsp; mov ax,1; stosw; mov rsi,[r12+16]
        + "ac" + "aa" + "84c0" + "75fa" + "807c240240" + "7505" + "c644240200" // 1: lodsb; stosb; test al,al; jnz 1b; cmp byte [rsp+2],'@'; jne 3f; mov byte [rsp+2],0
        + "4889fa" + "4829e2" // 3: mov rdx,rdi; sub rdx,rsp
        + "89df" + "4889e6" + "6a2a58" + "0f05" + "85c0" + "752b" // mov edi,ebx; mov rsi,rsp; eax=42; syscall; test eax,eax; jnz 2f
        + "89df" + "31f6" + "6a2158" + "0f05" + "89df" + "6a015e" + "6a2158" + "0f05" // dup2(ebx,0); dup2(ebx,1) by 33
        + "498b7c2418" + "498d742418" + "498b1424" + "498d54d410" + "6a3b58" + "0f05" // rdi=[r12+24]; rsi=r12+24; rdx=r12+[r12]*8+16; eax=59; syscall
        + "6a7f5f" + "6a3c58" + "0f05"; // 2: edi=127; eax=60; syscall

    // The same; each word is one instruction.
    private const string Arm64 =
        "f3030091" + "200080d2" + "210080d2" + "020080d2" + "c81880d2" + "010000d4" // mov x19,sp; x0=1; x1=1; x2=0; x8=198; svc 0
        + "f403002a" + "ff0302d1" + "e1030091" + "22008052" + "22240078" + "630a40f9" // mov w20,w0; sub sp,sp,128; mov x1,sp; w2=1; strh w2,[x1],2; ldr x3,[x19,16]
        + "62144038" + "22140038" + "c2ffff35" + "e20b4039" + "5f000171" // 1: ldrb w2,[x3],1; strb w2,[x1],1; cbnz w2,1b; ldrb w2,[sp,2]; cmp w2,'@'
        + "41000054" + "ff0b0039" + "e4030091" + "220004cb" // b.ne 3f; strb wzr,[sp,2]; 3: mov x4,sp; sub x2,x1,x4
        + "e003142a" + "e1030091" + "681980d2" + "010000d4" + "40020035" // mov w0,w20; mov x1,sp; x8=203; svc 0; cbnz w0,2f
        + "e003142a" + "01008052" + "02008052" + "080380d2" + "010000d4" // dup3(w20,0,0) by 24
        + "e003142a" + "21008052" + "02008052" + "080380d2" + "010000d4" // dup3(w20,1,0)
        + "600e40f9" + "61620091" + "630240f9" + "620e038b" + "42400091" + "a81b80d2" + "010000d4" // x0=[x19,24]; x1=x19+24; x3=[x19]; x2=x19+x3*8+16; x8=221; svc 0
        + "e00f80d2" + "a80b80d2" + "010000d4"; // 2: x0=127; x8=93; svc 0

    // renameat2(AT_FDCWD, argv[1], AT_FDCWD, argv[2], RENAME_EXCHANGE); exit(its result).
    private const string ExchangeAmd64 =
        "b83c010000" + "bf9cffffff" + "488b742410" + "ba9cffffff" + "4c8b542418" // mov eax,316; mov edi,-100; mov rsi,[rsp+16]; mov edx,-100; mov r10,[rsp+24]
        + "41b802000000" + "0f05" + "89c7" + "6a3c58" + "0f05"; // mov r8d,2; syscall; mov edi,eax; eax=60; syscall

    private const string ExchangeArm64 =
        "600c8092" + "e10b40f9" + "620c8092" + "e30f40f9" // x0=-100; ldr x1,[sp,16]; x2=-100; ldr x3,[sp,24]
        + "440080d2" + "882280d2" + "010000d4" + "a80b80d2" + "010000d4"; // x4=2; x8=276; svc 0; x8=93; svc 0

    /// <summary>The programs by what <c>uname -m</c> says where they run.</summary>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Programs { get; } = new Dictionary<string, ReadOnlyMemory<byte>>
    {
        ["relay-x86_64"] = Program(62, Convert.FromHexString(Amd64)),
        ["relay-aarch64"] = Program(183, Convert.FromHexString(Arm64)),
        ["exchange-x86_64"] = Program(62, Convert.FromHexString(ExchangeAmd64)),
        ["exchange-aarch64"] = Program(183, Convert.FromHexString(ExchangeArm64)),
    };

    /// <summary>An ELF file with one segment, as in https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html.</summary>
    private static byte[] Program(ushort machine, byte[] code)
    {
        var file = new byte[HeaderLength + code.Length];
        code.CopyTo(file, HeaderLength);
        ReadOnlySpan<byte> identity = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        identity.CopyTo(file);
        Put16(file, 16, 2, machine);
        Put32(file, 20, 1);
        Put64(file, 24, LoadAddress + HeaderLength, 64, 0);
        Put32(file, 48, 0);
        Put16(file, 52, 64, 56, 1, 0, 0, 0);
        // The segment: loaded, readable and executable.
        Put32(file, 64, 1, 5);
        Put64(file, 72, 0, LoadAddress, LoadAddress, (ulong)file.Length, (ulong)file.Length, 0x10000);
        return file;
    }

    private static void Put16(Span<byte> file, int offset, params ReadOnlySpan<ushort> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file[offset..], value);
            offset += sizeof(ushort);
        }
    }

    private static void Put32(Span<byte> file, int offset, params ReadOnlySpan<uint> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file[offset..], value);
            offset += sizeof(uint);
        }
    }

    private static void Put64(Span<byte> file, int offset, params ReadOnlySpan<ulong> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(file[offset..], value);
            offset += sizeof(ulong);
        }
    }
}
