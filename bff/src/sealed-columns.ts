import type { SealedColumn } from './platform/sealed-column.ts';

/** Every column of sealed texts, each declared by the domain that has it; what is missing here keeps its old key. */
export const sealedColumns: readonly SealedColumn[] = [];
