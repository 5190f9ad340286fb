/**
 * Source text to syntax tree: decoding, lexer, parser and the diagnosis of syntax errors.
 *
 * <p>The parser runs over lazily made tokens and gives up quietly at the first thing it cannot
 * read. Only then does a second run over the same tokens ask, construct by construct, what the
 * author may have meant; so correct source never pays for the error messages.
 */
package dev.taipan.vm.parse;
