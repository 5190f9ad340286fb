/** Classes, shapes and special-method slots: what an object's id leads to. */
package dev.taipan.vm.type;
