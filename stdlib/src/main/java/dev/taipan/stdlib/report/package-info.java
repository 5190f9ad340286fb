/** What the threads are doing: {@code faulthandler}, and the module {@code taipan}. */
package dev.taipan.stdlib.report;
