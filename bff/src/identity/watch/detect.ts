import { neighbourhoodOf, networkOf } from '@plaza/edge/remote-address';
import type { Services } from '../../platform/services.ts';
import type { TallyRule } from '../../platform/tallies.ts';
import {
  findCredentialStuffing,
  findMassRegistration,
  findPasswordSpraying,
  findSuccessAfterFailures,
} from './detection.ts';
import { raiseAlert } from './raise-alert.ts';
import { throttle } from './throttle.ts';

const FAILED_IN_NETWORK: TallyRule = { name: 'failed-in-network', windowS: 600 };
const PASSED_IN_NETWORK: TallyRule = { name: 'passed-in-network', windowS: 600 };
const FAILED_ON_ACCOUNT: TallyRule = { name: 'failed-on-account', windowS: 3_600 };
const FAILED_IN_MARKET: TallyRule = { name: 'failed-in-market', windowS: 1_800 };
const PASSED_IN_MARKET: TallyRule = { name: 'passed-in-market', windowS: 1_800 };
const NETWORKS_FAILING: TallyRule = { name: 'networks-failing', windowS: 1_800 };
const OPENED_FROM_NETWORK: TallyRule = { name: 'opened-from-network', windowS: 3_600 };
const MARKET = 'market';

interface Attempt {
  remoteAddress: string;
  /** Stands for the e-mail address: the same for the same one. */
  accountKey: string;
}

/** Counts an attempt that failed, and acts on what the counts tell. */
export async function detectOnFailure(services: Services, attempt: Attempt): Promise<void> {
  const { tallies } = services;
  const { accountKey, remoteAddress } = attempt;
  const network = neighbourhoodOf(remoteAddress);
  const [inNetwork, passedInNetwork, inMarket, passedInMarket, networks] = await Promise.all([
    tallies.add(FAILED_IN_NETWORK, network, accountKey),
    tallies.read(PASSED_IN_NETWORK, network),
    tallies.add(FAILED_IN_MARKET, MARKET, accountKey),
    tallies.read(PASSED_IN_MARKET, MARKET),
    tallies.add(NETWORKS_FAILING, MARKET, network),
    tallies.add(FAILED_ON_ACCOUNT, accountKey, network),
  ]);
  const stuffing = findCredentialStuffing({ failed: inNetwork, passed: passedInNetwork });
  if (stuffing) {
    await throttle(services, { signInFrom: network });
    await raiseAlert(services, stuffing, { network });
  }
  const spraying = findPasswordSpraying({ failed: inMarket, passed: passedInMarket, networks });
  if (spraying) {
    await throttle(services, 'market');
    await raiseAlert(services, spraying, 'market');
  }
}

/** Counts somebody who got in. */
export async function detectOnSuccess(
  services: Services,
  {
    accountId,
    accountKey,
    remoteAddress,
    isKnownBrowser,
  }: Attempt & { accountId: string; isKnownBrowser: boolean },
): Promise<void> {
  const { tallies } = services;
  const network = neighbourhoodOf(remoteAddress);
  const [failed] = await Promise.all([
    tallies.read(FAILED_ON_ACCOUNT, accountKey),
    tallies.add(PASSED_IN_NETWORK, network, accountKey),
    tallies.add(PASSED_IN_MARKET, MARKET, accountKey),
  ]);
  const finding = findSuccessAfterFailures(failed, isKnownBrowser);
  if (finding) await raiseAlert(services, finding, { accountId });
}

/** Counts an account that is opened. */
export async function detectOnRegistration(
  services: Services,
  { accountKey, remoteAddress }: Attempt,
): Promise<void> {
  const network = networkOf(remoteAddress);
  const finding = findMassRegistration(await services.tallies.add(OPENED_FROM_NETWORK, network, accountKey));
  if (!finding) return;
  await throttle(services, { registrationFrom: network });
  await raiseAlert(services, finding, { network });
}
