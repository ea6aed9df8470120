import { appRouter } from '../router.ts';
import { describeContract } from './describe-contract.ts';

/** Prints what the BFF of this tree offers, as JSON. Needs no store and no environment. */
process.stdout.write(JSON.stringify(describeContract(appRouter)));
