/** How Java enters machine code and how machine code returns. */
package dev.taipan.backend.x86.abi;
