/**
 * Memory for machine code, shared by the backends.
 *
 * <p>One anonymous file is mapped twice: once readable and writable, once readable and executable.
 * So no page is ever writable and executable at one address, no protection is ever changed while
 * threads run, and a slot that an exit jumps through can be stored to at any time.
 */
package dev.taipan.optimizer.codemem;
