import { AUDIO_AND_DISPLAYS } from './audio-displays.ts';
import { COMPONENTS } from './components.ts';
import { COMPUTERS } from './computers.ts';
import { LIVING } from './living.ts';
import { PERIPHERALS } from './peripherals.ts';
import { PHONES } from './phones.ts';
import type { ProductLine } from './product-line.ts';

/** Everything that the demo market sells, by kind. */
export const ASSORTMENT: readonly ProductLine[] = [
  ...COMPUTERS,
  ...PHONES,
  ...COMPONENTS,
  ...AUDIO_AND_DISPLAYS,
  ...PERIPHERALS,
  ...LIVING,
];
