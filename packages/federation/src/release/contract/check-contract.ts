import type { Contract, Manifest } from '@plaza/contracts/manifest';
import { checkPages } from './check-pages.ts';
import { checkProcedures } from './check-procedures.ts';
import { checkShared } from './check-shared.ts';
import { checkSlots } from './check-slots.ts';
import type { ShellContract } from './shell-contract.ts';

export interface ContractInput {
  /** Of the build that is to be released. */
  manifest: Manifest;
  /** What the running shell and BFF offer, and what is live. */
  shell: ShellContract;
  market: Contract;
  /** Pages may go that visitors have now. */
  removePages: boolean;
}

/** Why a build does not fit to what runs, each as one line; empty when it does. */
export async function checkContract(input: ContractInput): Promise<string[]> {
  return [
    ...checkShared(input.manifest, input.shell),
    ...checkPages(input),
    ...checkProcedures(input.manifest, input.market),
    ...(await checkSlots(input)),
  ];
}
