import { z } from 'zod';
import type { Services } from '../../platform/services.ts';

const format = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** Where its reader is nobody knows, so it says which time it is. */
export const formatMoment = (moment: Date): string => `${format.format(moment)} (UTC)`;

/** A moment as a mail keeps it until it is sent. */
export const momentText = z.iso.datetime().transform((text) => new Date(text));

/** A path of the shop as mails need it. */
export const absolute = ({ env }: Services, path: string): string => new URL(path, env.PUBLIC_URL).href;
