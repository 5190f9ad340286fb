"""What module sysconfig says about how this runtime was built: no extension modules, no lock around the interpreter."""


def _update_posix_vars(variables):
    variables.update(
        Py_GIL_DISABLED=1,
        Py_DEBUG=0,
        Py_ENABLE_SHARED=0,
        WITH_DOC_STRINGS=1,
        WITH_DECIMAL_CONTEXTVAR=1,
        HAVE_GETPASS=1,
        HAVE_GETRANDOM=1,
        HAVE_GETRANDOM_SYSCALL=1,
        EXT_SUFFIX='.taipan-312.so',
        SOABI='taipan-312',
        SHLIB_SUFFIX='.so',
        EXE='',
        VERSION='3.12',
        TZPATH='/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    )
