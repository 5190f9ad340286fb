/** Text: {@code _tokenize}, {@code _json}, {@code _csv}, {@code unicodedata}. */
package dev.taipan.stdlib.text;
