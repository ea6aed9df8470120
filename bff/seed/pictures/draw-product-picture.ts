import { audio } from './audio.ts';
import { chassis } from './chassis.ts';
import { accents, finishes, mix, shade } from './colour.ts';
import { components } from './components.ts';
import { computers } from './computers.ts';
import { imaging } from './imaging.ts';
import { input } from './input.ts';
import { mobile } from './mobile.ts';
import { network } from './network.ts';
import { Pen } from './pen.ts';
import { power } from './power.ts';
import { randomFrom } from './random.ts';
import { type Drawing, drawScene, type View } from './scene.ts';
import { workspace } from './workspace.ts';

const drawings = {
  ...computers,
  ...mobile,
  ...audio,
  ...imaging,
  ...input,
  ...network,
  ...components,
  ...chassis,
  ...power,
  ...workspace,
};

export type PictureKind = keyof typeof drawings;

/** Every kind of product that can be drawn. */
export const pictureKinds: readonly PictureKind[] = Object.keys(drawings).filter(isPictureKind).sort();

export function isPictureKind(kind: string): kind is PictureKind {
  return Object.hasOwn(drawings, kind);
}

export interface ProductPictureOptions {
  kind: PictureKind;
  /** Whatever names the product: the same seed gives the same product, another one another product. */
  seed: string;
  /** 0 as a list shows it (default), 1 another side or composition, 2 a close-up of the same product. */
  view?: View | undefined;
  /** Colour of the body, #rrggbb: one of `finishes` shows a variant of the same product. */
  finish?: string | undefined;
  /** Colour of lights, screens and small parts, #rrggbb. */
  accent?: string | undefined;
}

/**
 * Draws a product: 800 by 800, on its own soft backdrop, about 2 to 5 kB.
 * @returns a complete SVG document, always the same for the same options
 */
export function drawProductPicture({ kind, seed, view = 0, finish, accent }: ProductPictureOptions): string {
  const drawing: Drawing = drawings[kind];
  const colours = randomFrom(`${kind}/${seed}/colours`);
  const all = Object.values(finishes);
  const ownFinish = colours.pick(drawing.finishes ?? [finishes.Graphite, ...all]);
  const ownAccent = mix(colours.pick(accents), colours.pick(accents), colours.between(0, 0.4));
  // A touch lighter or darker than its name says: no two products wear quite the same colour.
  const ownShade = shade(ownFinish, colours.between(-0.1, 0.1));
  const pen = new Pen(`${kind}/${seed}`, finish ?? ownShade, accent ?? ownAccent);
  drawScene(pen, drawing, view);
  return pen.toSvg();
}
