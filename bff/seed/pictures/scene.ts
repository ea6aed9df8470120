import { backdrops } from './colour.ts';
import type { Pen } from './pen.ts';

/** How one kind of product is drawn. */
export interface Drawing {
  front: (pen: Pen) => void;
  /** From another side; without it, the second picture turns the first or shows a pair. */
  other?: (pen: Pen) => void;
  /** What the close-up looks at: x, y, and how many times larger. */
  focus: readonly [number, number, number];
  /** Lies on the backdrop and is seen from above, so that it may be turned; otherwise it stands on the floor. */
  flat?: boolean;
  /** Colours that this kind comes in; all when absent. */
  finishes?: readonly [string, ...string[]];
}

/** 0 the product as a list shows it, 1 another side or composition, 2 a close-up. */
export type View = 0 | 1 | 2;

/** Fills the picture with a soft studio backdrop. */
function drawBackdrop(pen: Pen, view: View): void {
  const [light, dark] = pen.random.pick(backdrops);
  // The lamp stands a little elsewhere for every product.
  const left = Number(((view === 1 ? 0.7 : 0.5) + pen.random.between(-0.12, 0.12)).toFixed(2));
  const fill = pen.radial(left, view === 2 ? 0.2 : 0.36, light, light, dark);
  pen.rect(0, 0, 800, 800, { fill });
}

/** Draws a product in its scene. */
export function drawScene(pen: Pen, drawing: Drawing, view: View): void {
  drawBackdrop(pen, view);
  pen.restart();
  if (view === 0) drawing.front(pen);
  else if (view === 2) drawCloseUp(pen, drawing);
  else if (drawing.other) drawing.other(pen);
  else if (drawing.flat) drawTurned(pen, drawing);
  else drawPair(pen, drawing);
}

function drawCloseUp(pen: Pen, drawing: Drawing): void {
  const [x, y, scale] = drawing.focus;
  const turn = drawing.flat ? -16 : 0;
  const transform = `translate(400 400) rotate(${turn}) scale(${scale}) translate(${-x} ${-y})`;
  pen.group({ transform }, () => drawing.front(pen));
}

function drawTurned(pen: Pen, drawing: Drawing): void {
  const transform = 'translate(400 400) rotate(28) scale(.88) translate(-400 -400)';
  pen.group({ transform }, () => drawing.front(pen));
}

function drawPair(pen: Pen, drawing: Drawing): void {
  pen.copy('product', 'translate(-30 40) scale(.84)', 0.9);
  pen.group({ transform: 'translate(222 152) scale(.74)' }, () => {
    pen.group({ id: 'product' }, () => drawing.front(pen));
  });
}
