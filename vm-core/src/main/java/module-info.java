/** Values, heap, object model, compiler, interpreter and threads. */
@SuppressWarnings("module") // the readers of its exports are modules that are built later
module dev.taipan.vm {}
