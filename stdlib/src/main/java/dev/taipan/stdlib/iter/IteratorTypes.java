package dev.taipan.stdlib.iter;

import dev.taipan.vm.builtin.BuiltinTable;
import java.util.List;

/** What {@code itertools} is made of. */
public final class IteratorTypes {
  private IteratorTypes() {}

  public static List<BuiltinTable> functions() {
    return List.of(ItertoolsModuleTable.TABLE);
  }

  public static List<BuiltinTable> types() {
    return List.of(
        AccumulateTypeTable.TABLE,
        BatchedTypeTable.TABLE,
        ChainTypeTable.TABLE,
        CombinationsTypeTable.TABLE,
        CombinationsWithReplacementTypeTable.TABLE,
        CompressTypeTable.TABLE,
        CountTypeTable.TABLE,
        CycleTypeTable.TABLE,
        DropWhileTypeTable.TABLE,
        FilterFalseTypeTable.TABLE,
        GroupByTypeTable.TABLE,
        GrouperTypeTable.TABLE,
        ISliceTypeTable.TABLE,
        PairwiseTypeTable.TABLE,
        PermutationsTypeTable.TABLE,
        ProductTypeTable.TABLE,
        RepeatTypeTable.TABLE,
        StarMapTypeTable.TABLE,
        TakeWhileTypeTable.TABLE,
        TeeTypeTable.TABLE,
        ZipLongestTypeTable.TABLE);
  }
}
