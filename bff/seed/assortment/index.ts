import { AUDIO_AND_DISPLAYS } from './audio-displays.ts';
import { COMPONENTS } from './components.ts';
import { COMPUTERS } from './computers.ts';
import { HOME } from './home.ts';
import { PERIPHERALS } from './peripherals.ts';
import { PHONES } from './phones.ts';
import { PHOTO } from './photo.ts';
import type { ProductLine } from './product-line.ts';
import { WORKSPACE } from './workspace.ts';

/** Everything that the demo market sells, by kind. */
export const ASSORTMENT: readonly ProductLine[] = [
  ...COMPUTERS,
  ...PHONES,
  ...COMPONENTS,
  ...AUDIO_AND_DISPLAYS,
  ...PERIPHERALS,
  ...PHOTO,
  ...HOME,
  ...WORKSPACE,
];
