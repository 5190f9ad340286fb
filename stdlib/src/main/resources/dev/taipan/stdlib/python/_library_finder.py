"""What importlib needs to know about this runtime: the library's own folder, which lies in jars."""

import _imp
import sys

_bootstrap = None
_external = None
_ROOT = _imp._library_path()


def _inside(path):
    """The path relative to the library's folder; None for others and for installed packages."""
    if path == _ROOT:
        return ''
    if path.startswith(_ROOT + '/') and not path.startswith(_ROOT + '/site-packages'):
        return path[len(_ROOT) + 1:]
    return None


class LibraryLoader:
    """Loads modules of the library."""

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def __eq__(self, other):
        return self.__class__ is other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        _imp._library_names(module.__dict__)
        exec(self.get_code(module.__name__), module.__dict__)

    def load_module(self, fullname):
        return _bootstrap._load_module_shim(self, fullname)

    def is_package(self, fullname):
        return self.path.endswith('/__init__.py')

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):
        inner = _inside(path)
        data = _imp._library_read(inner) if inner is not None else None
        if data is None:
            raise FileNotFoundError(2, 'No such file or directory', path)
        return data

    def get_source(self, fullname):
        return _external.decode_source(self.get_data(self.path))

    def get_code(self, fullname):
        return _imp._library_code(_inside(self.path), fullname)

    def get_resource_reader(self, name):
        return LibraryResources(self.path.rpartition('/')[0])


class LibraryResources:
    """The files beside a package of the library, for importlib.resources."""

    def __init__(self, folder):
        self.folder = folder

    def files(self):
        return LibraryPath(self.folder)

    def open_resource(self, resource):
        return LibraryPath(self.folder + '/' + resource).open('rb')

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return LibraryPath(self.folder + '/' + path).is_file()

    def contents(self):
        return iter(_imp._library_list(_inside(self.folder)) or ())


class LibraryPath:
    """A file or folder of the library, as importlib.resources.abc.Traversable has it."""

    def __init__(self, path):
        self.path = path

    @property
    def name(self):
        return self.path.rpartition('/')[2]

    def __str__(self):
        return self.path

    def __repr__(self):
        return f'LibraryPath({self.path!r})'

    def iterdir(self):
        for name in _imp._library_list(_inside(self.path)) or ():
            yield LibraryPath(self.path + '/' + name)

    def is_dir(self):
        return _imp._library_list(_inside(self.path)) is not None

    def is_file(self):
        return not self.is_dir() and _imp._library_read(_inside(self.path)) is not None

    def read_bytes(self):
        data = _imp._library_read(_inside(self.path))
        if data is None:
            raise FileNotFoundError(2, 'No such file or directory', self.path)
        return data

    def read_text(self, encoding=None):
        return self.read_bytes().decode(encoding or 'utf-8')

    def open(self, mode='r', *args, **kwargs):
        import io
        stream = io.BytesIO(self.read_bytes())
        return stream if 'b' in mode else io.TextIOWrapper(stream, *args, **kwargs)

    def joinpath(self, *parts):
        return LibraryPath('/'.join((self.path,) + parts))

    __truediv__ = joinpath


class LibraryFinder:
    """Finds modules in the library's folder or one below it."""

    def __init__(self, path):
        self.path = path
        self._inner = _inside(path)
        if self._inner is None:
            raise ImportError('not a folder of the library', path=path)

    @classmethod
    def path_hook(cls, path):
        return cls(path)

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        tail = fullname.rpartition('.')[2]
        base = self._inner + '/' + tail if self._inner else tail
        for ending, package in (('/__init__.py', True), ('.py', False)):
            if _imp._library_has(base + ending):
                folder = _ROOT + '/' + base if package else None
                return make_spec(fullname, _ROOT + '/' + base + ending, folder, True)
        return None

    def iter_modules(self, prefix=''):
        for name in _imp._library_list(self._inner) or ():
            if name.endswith('.py') and name != '__init__.py':
                yield prefix + name[:-3], False
            elif '.' not in name:
                inner = self._inner + '/' + name if self._inner else name
                if '__init__.py' in (_imp._library_list(inner) or ()):
                    yield prefix + name, True

    def __repr__(self):
        return f'LibraryFinder({self.path!r})'


def zip_hook(path):
    """The finder for an archive; its module is imported only if there is one."""
    from posix import stat
    try:
        regular = stat(_archive(path)).st_mode & 0o170000 == 0o100000
    except OSError:
        regular = False
    if not regular:
        raise ImportError('not a Zip file', path=path)
    import zipimport
    return zipimport.zipimporter(path)


def _archive(path):
    """The longest beginning of a path that is there."""
    from posix import stat
    while path:
        try:
            stat(path)
            return path
        except OSError:
            path = path.rpartition('/')[0]
    return path


def install(bootstrap, external):
    global _bootstrap, _external
    _bootstrap = bootstrap
    _external = external
    bootstrap._find_and_load = _imp._find_and_load
    sys.path_hooks.insert(0, LibraryFinder)
    sys.path_hooks.insert(0, zip_hook)


def make_spec(name, origin, folder, library):
    """The spec of a module that was found at a path."""
    loader = (LibraryLoader if library else _external.SourceFileLoader)(name, origin)
    spec = _bootstrap.ModuleSpec(name, loader, origin=origin, is_package=folder is not None)
    if folder is not None:
        spec.submodule_search_locations = [folder]
    spec._set_fileattr = True
    if library:
        spec._cached = None
    return spec


def describe_native(module, name):
    spec = _bootstrap.ModuleSpec(name, _bootstrap.BuiltinImporter, origin='built-in')
    module.__spec__ = spec
    module.__loader__ = _bootstrap.BuiltinImporter


def adopt_all():
    """Gives the modules that were imported so far their specs."""
    for name, module in list(sys.modules.items()):
        old = getattr(module, '__spec__', None)
        if old is None or isinstance(old, _bootstrap.ModuleSpec):
            continue
        origin = getattr(old, 'origin', None)
        if origin == 'built-in':
            describe_native(module, old.name)
        elif origin is not None:
            folders = old.submodule_search_locations
            spec = make_spec(old.name, origin, folders[0] if folders else None,
                             _inside(origin) is not None)
            if folders is not None:
                spec.submodule_search_locations = folders
            module.__spec__ = spec
            module.__loader__ = spec.loader
