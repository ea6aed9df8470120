import type { AlertKind, AlertSeverity } from '@plaza/contracts';
import type { Tally } from '../../platform/tallies.ts';

/** What a rule has found. Rules are functions of counts and places alone. */
export interface Finding {
  kind: AlertKind;
  severity: AlertSeverity;
  evidence: Readonly<Record<string, number | string>>;
}

/** A disc on the globe, and when somebody was in it. */
export interface Sighting {
  latitude: number;
  longitude: number;
  radiusKm: number;
  at: Date;
}

const EARTH_RADIUS_KM = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The shortest way over the globe between two middles, in km. */
export function distanceKm(
  one: Pick<Sighting, 'latitude' | 'longitude'>,
  other: Pick<Sighting, 'latitude' | 'longitude'>,
): number {
  const [latitude, otherLatitude] = [radians(one.latitude), radians(other.latitude)];
  const half =
    Math.sin((otherLatitude - latitude) / 2) ** 2 +
    Math.cos(latitude) *
      Math.cos(otherLatitude) *
      Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

const FASTEST_KMH = 900;
const NEAR_KM = 500;

/**
 * Somebody signs in so far from where they last did that nobody travels so fast. A place is a disc, and only the way from
 * rim to rim counts: neighbouring countries are near.
 */
export function findImpossibleTravel(last: Sighting, now: Sighting): Finding | null {
  const km = Math.max(0, distanceKm(last, now) - last.radiusKm - now.radiusKm);
  const hours = Math.abs(now.at.getTime() - last.at.getTime()) / 3_600_000;
  if (km <= NEAR_KM || km <= FASTEST_KMH * hours) return null;
  const evidence = { distanceKm: Math.round(km), minutes: Math.round(hours * 60) };
  return { kind: 'impossible_travel', severity: 'medium', evidence };
}

const STUFFED_ACCOUNTS = 10;
/** An office or a mobile network signs in all day too; there, most attempts succeed. */
const FAILED_SHARE = 0.8;

/** Many accounts are tried from one network, and most attempts fail. */
export function findCredentialStuffing({ failed, passed }: { failed: Tally; passed: Tally }): Finding | null {
  if (failed.distinct < STUFFED_ACCOUNTS) return null;
  if (failed.count < FAILED_SHARE * (failed.count + passed.count)) return null;
  return {
    kind: 'credential_stuffing',
    // Who gets in somewhere has a list with right passwords.
    severity: passed.distinct > 0 ? 'high' : 'medium',
    evidence: { failures: failed.count, accounts: failed.distinct, succeeded: passed.count },
  };
}

const SPRAYED_ACCOUNTS = 50;
const SPRAYING_NETWORKS = 10;
const FEW_EACH = 3;

/** Very many accounts are tried a few times each, from many networks, and most attempts fail. */
export function findPasswordSpraying(input: {
  failed: Tally;
  passed: Tally;
  networks: Tally;
}): Finding | null {
  const { failed, passed, networks } = input;
  if (failed.distinct < SPRAYED_ACCOUNTS || networks.distinct < SPRAYING_NETWORKS) return null;
  if (failed.count > FEW_EACH * failed.distinct) return null;
  if (failed.count < FAILED_SHARE * (failed.count + passed.count)) return null;
  const evidence = { failures: failed.count, accounts: failed.distinct, networks: networks.distinct };
  return { kind: 'password_spraying', severity: 'high', evidence };
}

/** An office or a school may share an address. */
const MANY_REGISTRATIONS = 20;

/** Many accounts are opened from one address. */
export function findMassRegistration(opened: Tally): Finding | null {
  if (opened.distinct < MANY_REGISTRATIONS) return null;
  return { kind: 'mass_registration', severity: 'low', evidence: { accounts: opened.distinct } };
}

const MANY_FAILURES = 10;

/** Somebody gets in after many wrong guesses at the account. */
export function findSuccessAfterFailures(failed: Tally, isKnownBrowser: boolean): Finding | null {
  if (failed.count < MANY_FAILURES) return null;
  return {
    kind: 'success_after_failures',
    severity: isKnownBrowser ? 'low' : 'high',
    evidence: { failures: failed.count, networks: failed.distinct },
  };
}
