"""Warnings as the runtime gives them: where they come from, which filter applies, what is shown."""

import sys

_defaultaction = 'default'
_onceregistry = {}
_filters_version = 1

filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]


def _filters_mutated():
    global _filters_version
    _filters_version += 1


def _python_warnings():
    return sys.modules.get('warnings')


def _current(name, fallback):
    module = _python_warnings()
    return fallback if module is None else getattr(module, name, fallback)


def _is_internal(frame):
    filename = frame.f_code.co_filename
    return 'importlib' in filename and '_bootstrap' in filename


def _skipped(frame, prefixes):
    return prefixes and frame.f_code.co_filename.startswith(prefixes)


def _outer(frame, prefixes):
    frame = frame.f_back
    while frame is not None and (_is_internal(frame) or _skipped(frame, prefixes)):
        frame = frame.f_back
    return frame


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, "
                        "not '%s'" % type(category).__name__)
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError('warn() argument \'skip_file_prefixes\' must be tuple, not %s'
                        % type(skip_file_prefixes).__name__)
    if skip_file_prefixes:
        stacklevel = max(2, stacklevel)
    try:
        frame = sys._getframe(1)
    except ValueError:
        frame = None
    if stacklevel <= 0 or frame is not None and _is_internal(frame):
        for _ in range(1, stacklevel):
            frame = None if frame is None else frame.f_back
    else:
        for _ in range(1, stacklevel):
            frame = None if frame is None else _outer(frame, skip_file_prefixes)
    if frame is None:
        scope, filename, lineno = sys.__dict__, '<sys>', 0
    else:
        scope, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = scope.get('__name__', '<string>')
    registry = scope.setdefault('__warningregistry__', {})
    _explicit(message, category, filename, lineno, module, registry, scope, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Issue a warning, or maybe ignore it or raise an exception."""
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None, not a '%s'"
                        % type(registry).__name__)
    if module is None:
        module = filename or '<unknown>'
        if module.endswith('.py'):
            module = module[:-3]
    _explicit(message, category, filename, lineno, module, registry, module_globals, source)


def _matches(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else bool(pattern.match(text))


def _action(category, text, lineno, module):
    current = _current('filters', filters)
    if not isinstance(current, list):
        raise ValueError('_warnings.filters must be a list')
    for item in current:
        if not isinstance(item, tuple) or len(item) != 5:
            raise ValueError("_warnings.filters item %d isn't a 5-tuple" % current.index(item))
        action, message, kind, where, line = item
        if (_matches(message, text) and issubclass(category, kind)
                and _matches(where, module) and (line == 0 or line == lineno)):
            return action, item
    return _current('defaultaction', _defaultaction), None


def _seen(registry, key, set_mark=True):
    if registry.get('version', 0) != _filters_version:
        registry.clear()
        registry['version'] = _filters_version
    elif registry.get(key):
        return True
    if set_mark:
        registry[key] = True
    return False


def _explicit(message, category, filename, lineno, module, registry, scope, source):
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry is not None and _seen(registry, key, False):
        return
    action, item = _action(category, text, lineno, module)
    if action == 'error':
        raise message
    if action == 'ignore':
        return
    done = False
    if registry is None:
        registry = {}
    if action == 'once':
        registry[key] = True
        once = _current('onceregistry', _onceregistry)
        done = _seen(once, (text, category))
    elif action == 'module':
        registry[key] = True
        done = _seen(registry, (text, category, 0))
    elif action == 'default':
        registry[key] = True
    elif action != 'always':
        raise RuntimeError('Unrecognized action (%r) in warnings.filters:\n %s'
                           % (action, item))
    if not done:
        _show(message, category, filename, lineno, source, text)


def _show(message, category, filename, lineno, source, text):
    module = _python_warnings()
    if module is None:
        import warnings as module
    show = getattr(module, '_showwarnmsg', None)
    if show is None:
        return
    if not callable(show):
        raise TypeError('warnings._showwarnmsg() must be set to a callable')
    show(module.WarningMessage(message, category, filename, lineno, source=source))
