package dev.taipan.stdlib.os;

import dev.taipan.stdlib.StandardLibrary;
import dev.taipan.stdlib.StructSequence;
import dev.taipan.vm.builtin.BuiltinTable;
import dev.taipan.vm.object.Dicts;
import dev.taipan.vm.object.Exc;
import dev.taipan.vm.object.Lists;
import dev.taipan.vm.object.Strs;
import dev.taipan.vm.thread.ThreadState;
import dev.taipan.vm.value.Word;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of {@code posix}, and the tables of its functions. */
public final class PosixFill {
  private static final String NUMBERS =
      "F_OK 0 R_OK 4 W_OK 2 X_OK 1 O_RDONLY 0 O_WRONLY 1 O_RDWR 2 O_ACCMODE 3 O_CREAT 64 O_EXCL 128"
          + " O_NOCTTY 256 O_TRUNC 512 O_APPEND 1024 O_NONBLOCK 2048 O_NDELAY 2048 O_DSYNC 4096"
          + " O_ASYNC 8192 O_NOATIME 262144 O_CLOEXEC 524288 O_SYNC 1052672 O_RSYNC 1052672"
          + " O_PATH 2097152 EX_OK 0 EX_USAGE 64 EX_DATAERR 65 EX_NOINPUT 66 EX_NOUSER 67"
          + " EX_NOHOST 68 EX_UNAVAILABLE 69 EX_SOFTWARE 70 EX_OSERR 71 EX_OSFILE 72"
          + " EX_CANTCREAT 73 EX_IOERR 74 EX_TEMPFAIL 75 EX_PROTOCOL 76 EX_NOPERM 77 EX_CONFIG 78"
          + " WNOHANG 1 WUNTRACED 2 WCONTINUED 8 WEXITED 4 WSTOPPED 2 WNOWAIT 16777216 P_ALL 0"
          + " P_PID 1 P_PGID 2 P_PIDFD 3 F_LOCK 1 F_TEST 3 F_TLOCK 2 F_ULOCK 0 SEEK_DATA 3"
          + " SEEK_HOLE 4 PRIO_PROCESS 0 PRIO_PGRP 1 PRIO_USER 2 POSIX_FADV_NORMAL 0"
          + " POSIX_FADV_RANDOM 1 POSIX_FADV_SEQUENTIAL 2 POSIX_FADV_WILLNEED 3"
          + " POSIX_FADV_DONTNEED 4 POSIX_FADV_NOREUSE 5 ST_RDONLY 1 ST_NOSUID 2 ST_NODEV 4"
          + " ST_NOEXEC 8 ST_SYNCHRONOUS 16 ST_MANDLOCK 64 ST_WRITE 128 ST_APPEND 256"
          + " ST_NOATIME 1024 ST_NODIRATIME 2048 ST_RELATIME 4096 GRND_NONBLOCK 1 GRND_RANDOM 2"
          + " MFD_CLOEXEC 1 MFD_ALLOW_SEALING 2 MFD_HUGETLB 4 EFD_CLOEXEC 524288"
          + " EFD_NONBLOCK 2048 EFD_SEMAPHORE 1 XATTR_CREATE 1 XATTR_REPLACE 2"
          + " XATTR_SIZE_MAX 65536 SCHED_OTHER 0 SCHED_FIFO 1 SCHED_RR 2 SCHED_BATCH 3"
          + " SCHED_IDLE 5 RTLD_LAZY 1 RTLD_NOW 2 RTLD_GLOBAL 256 RTLD_LOCAL 0 RTLD_NODELETE 4096"
          + " RTLD_NOLOAD 4 RTLD_DEEPBIND 8 NGROUPS_MAX 65536 TMP_MAX 238328 CLD_EXITED 1"
          + " CLD_KILLED 2 CLD_DUMPED 3 CLD_TRAPPED 4 CLD_STOPPED 5 CLD_CONTINUED 6"
          + " POSIX_SPAWN_OPEN 0 POSIX_SPAWN_CLOSE 1 POSIX_SPAWN_DUP2 2 SPLICE_F_MOVE 1"
          + " SPLICE_F_NONBLOCK 2 SPLICE_F_MORE 4";

  /** Flags of open whose numbers the two architectures share out in another way. */
  private static final String X86 =
      " O_DIRECT 16384 O_LARGEFILE 0 O_DIRECTORY 65536 O_NOFOLLOW 131072 O_TMPFILE 4259840";

  private static final String ARM =
      " O_DIRECT 65536 O_LARGEFILE 0 O_DIRECTORY 16384 O_NOFOLLOW 32768 O_TMPFILE 4210688";

  static final Map<String, Integer> SYSCONF =
      numbers(
          "SC_ARG_MAX 0 SC_CHILD_MAX 1 SC_CLK_TCK 2 SC_NGROUPS_MAX 3 SC_OPEN_MAX 4"
              + " SC_STREAM_MAX 5 SC_TZNAME_MAX 6 SC_JOB_CONTROL 7 SC_SAVED_IDS 8"
              + " SC_REALTIME_SIGNALS 9 SC_VERSION 29 SC_PAGESIZE 30 SC_PAGE_SIZE 30"
              + " SC_RTSIG_MAX 31 SC_IOV_MAX 60 SC_GETGR_R_SIZE_MAX 69 SC_GETPW_R_SIZE_MAX 70"
              + " SC_LOGIN_NAME_MAX 71 SC_TTY_NAME_MAX 72 SC_THREAD_STACK_MIN 75"
              + " SC_NPROCESSORS_CONF 83 SC_NPROCESSORS_ONLN 84 SC_PHYS_PAGES 85"
              + " SC_AVPHYS_PAGES 86 SC_HOST_NAME_MAX 180 SC_SYMLOOP_MAX 173 SC_MONOTONIC_CLOCK 149"
              + " SC_SEM_NSEMS_MAX 32 SC_LINE_MAX 43 SC_BC_BASE_MAX 36");

  static final Map<String, Integer> PATHCONF =
      numbers(
          "PC_LINK_MAX 0 PC_MAX_CANON 1 PC_MAX_INPUT 2 PC_NAME_MAX 3 PC_PATH_MAX 4 PC_PIPE_BUF 5"
              + " PC_CHOWN_RESTRICTED 6 PC_NO_TRUNC 7 PC_VDISABLE 8 PC_SYNC_IO 9 PC_ASYNC_IO 10"
              + " PC_PRIO_IO 11 PC_FILESIZEBITS 13 PC_SYMLINK_MAX 19");

  private static final String HAVE =
      "FACCESSAT FCHDIR FCHMOD FCHMODAT FCHOWN FCHOWNAT FDOPENDIR FPATHCONF FSTATAT FSTATVFS"
          + " FTRUNCATE FUTIMENS LINKAT LCHOWN LSTAT LUTIMES MKDIRAT MKFIFOAT MKNODAT OPENAT"
          + " READLINKAT RENAMEAT SYMLINKAT UNLINKAT UTIMENSAT MEMFD_CREATE";

  private PosixFill() {}

  private static Map<String, Integer> numbers(String table) {
    String[] words = table.split(" ", -1);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int i = 0; i + 1 < words.length; i += 2) {
      numbers.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return numbers;
  }

  /** The functions. */
  public static BuiltinTable[] functions() {
    return new BuiltinTable[] {
      FdModuleTable.TABLE,
      FolderModuleTable.TABLE,
      IdsModuleTable.TABLE,
      ProcessModuleTable.TABLE,
      StatModuleTable.TABLE,
      TreeModuleTable.TABLE,
      XattrModuleTable.TABLE,
    };
  }

  /** Puts constants, the environment and types into the namespace. */
  public static void fill(ThreadState ts, long namespace) {
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    numbers(NUMBERS + (arm ? ARM : X86))
        .forEach((name, value) -> Dicts.set(ts, namespace, name, Word.boxInt(value)));
    Dicts.set(ts, namespace, "environ", ProcessModule.environment(ts));
    long have = Lists.create(ts, 32);
    for (String name : HAVE.split(" ", -1)) {
      Lists.append(ts, have, Strs.of(ts, "HAVE_" + name));
    }
    Dicts.set(ts, namespace, "_have_functions", have);
    Dicts.set(ts, namespace, "error", ts.runtime().types().exception(Exc.OSError).cell());
    StructSequence[] types = {
      StatModule.STAT,
      StatModule.STATVFS,
      FdModule.TERMINAL_SIZE,
      ProcessModule.UNAME,
      ProcessModule.TIMES
    };
    for (StructSequence type : types) {
      type.describe(ts);
      Dicts.set(ts, namespace, type.name(), StandardLibrary.type(ts, type).cell());
    }
    long entry = StandardLibrary.type(ts, DirEntryTypeTable.TABLE).cell();
    Dicts.set(ts, namespace, "DirEntry", entry);
    Dicts.set(ts, namespace, "sysconf_names", dict(ts, SYSCONF));
    Dicts.set(ts, namespace, "pathconf_names", dict(ts, PATHCONF));
  }

  private static long dict(ThreadState ts, Map<String, Integer> numbers) {
    long dict = Dicts.create(ts);
    numbers.forEach((name, value) -> Dicts.set(ts, dict, name, Word.boxInt(value)));
    return dict;
  }
}
