import { shade } from './colour.ts';
import { d, type Pen } from './pen.ts';

/** A glass lens seen from the front. */
export function lens(pen: Pen, x: number, y: number, radius: number, ring = '#15181d'): void {
  pen.circle(x, y, radius, { fill: pen.linear('down', shade(ring, 0.35), ring, shade(ring, 0.12)) });
  pen.circle(x, y, radius * 0.84, { fill: '#07090c' });
  pen.circle(x, y, radius * 0.72, {
    fill: pen.radial(0.36, 0.3, '#4d6fa8', '#1a2748', '#0a0d18', '#1b1430'),
  });
  pen.circle(x, y, radius * 0.4, { fill: pen.radial(0.4, 0.35, '#23304f', '#05070c') });
  pen.ellipse(x - radius * 0.28, y - radius * 0.34, radius * 0.22, radius * 0.13, {
    fill: '#fff',
    opacity: 0.55,
    transform: `rotate(-38 ${Math.round(x - radius * 0.28)} ${Math.round(y - radius * 0.34)})`,
  });
  pen.circle(x + radius * 0.3, y + radius * 0.34, radius * 0.07, { fill: '#9fc0ff', opacity: 0.5 });
}

/** What a screen shows: a landscape, waves or soft spheres in the product's accent. */
export function wallpaper(pen: Pen, x: number, y: number, w: number, h: number, r: number): void {
  const { random, accent } = pen;
  const second = shade(random.pick(['#f0a13a', '#e06497', '#1ba3c6', '#8a63e8', '#2ba57f']), 0.1);
  pen.group({ clip: pen.clip(x, y, w, h, r) }, () => {
    const style = random.pick(['dunes', 'waves', 'spheres']);
    pen.rect(x, y, w, h, { fill: pen.linear('diagonal', shade(accent, -0.55), accent, shade(second, 0.25)) });
    if (style === 'dunes') {
      pen.circle(x + w * random.between(0.55, 0.75), y + h * 0.36, Math.min(w, h) * 0.13, {
        fill: '#fff4dc',
        opacity: 0.9,
      });
      for (const [index, level] of [0.52, 0.66, 0.8].entries()) {
        const peak = y + h * (level - random.between(0.08, 0.18));
        pen.path(
          d`M${x} ${y + h * level}C${x + w * 0.25} ${peak} ${x + w * 0.4} ${peak} ${x + w * 0.55} ${y + h * level}S${x + w * 0.9} ${peak + h * 0.06} ${x + w} ${y + h * (level - 0.04)}V${y + h}H${x}Z`,
          { fill: shade(accent, -0.35 - index * 0.17), opacity: 0.9 },
        );
      }
    } else if (style === 'waves') {
      for (const [index, level] of [0.2, 0.42, 0.64].entries()) {
        const lift = h * random.between(0.1, 0.28);
        pen.path(
          d`M${x} ${y + h * level}C${x + w * 0.3} ${y + h * level - lift} ${x + w * 0.6} ${y + h * level + lift} ${x + w} ${y + h * (level - 0.06)}V${y + h}H${x}Z`,
          {
            fill: pen.linear('right', shade(accent, 0.25 - index * 0.25), shade(second, 0.2 - index * 0.3)),
            opacity: 0.75,
          },
        );
      }
    } else {
      const size = Math.min(w, h);
      for (const share of [0.62, 0.42, 0.26]) {
        pen.circle(x + w * random.between(0.15, 0.85), y + h * random.between(0.2, 0.85), size * share, {
          fill: pen.radial(0.35, 0.3, shade(second, 0.45), accent, shade(accent, -0.5)),
          opacity: 0.85,
        });
      }
    }
    pen.path(d`M${x + w * 0.55} ${y}H${x + w}V${y + h * 0.75}Z`, { fill: '#fff', opacity: 0.09 });
  });
}

/** A fan seen from the front, turning clockwise. */
export function fan(
  pen: Pen,
  x: number,
  y: number,
  radius: number,
  blades: number,
  colour = '#2a2e35',
): void {
  pen.circle(x, y, radius, { fill: pen.radial(0.5, 0.5, '#0a0c0f', '#14171c', '#23272e') });
  const reach = radius * 0.9;
  for (let blade = 0; blade < blades; blade += 1) {
    pen.path(
      d`M0 ${-radius * 0.2}C${radius * 0.1} ${-reach * 0.6} ${radius * 0.05} ${-reach * 0.85} ${-radius * 0.12} ${-reach}C${radius * 0.22} ${-reach * 1.02} ${radius * 0.42} ${-reach * 0.86} ${radius * 0.24} ${-radius * 0.12}Z`,
      {
        fill: pen.linear('right', shade(colour, 0.3), colour, shade(colour, -0.45)),
        transform: `translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round((360 / blades) * blade)})`,
      },
    );
  }
  pen.circle(x, y, radius * 0.28, {
    fill: pen.radial(0.4, 0.3, shade(colour, 0.4), colour, shade(colour, -0.4)),
  });
  pen.circle(x, y, radius * 0.13, { stroke: pen.accent, width: radius * 0.03, opacity: 0.9 });
  pen.circle(x, y, radius, { stroke: pen.linear('down', '#fff/.35', '#000/.3'), width: 3 });
}

/** Rounded keys in rows, drawn as one path. @param widths relative widths of the keys of each row */
export function keys(
  pen: Pen,
  box: { x: number; y: number; w: number; h: number; gap: number },
  widths: readonly (readonly number[])[],
  colour: string,
): void {
  const { x, y, w, h, gap } = box;
  const rowHeight = h / widths.length;
  const corner = Math.min(10, rowHeight * 0.25);
  let path = '';
  for (const [row, keyWidths] of widths.entries()) {
    const total = keyWidths.reduce((sum, width) => sum + width, 0);
    let at = x;
    for (const width of keyWidths) {
      const keyWidth = (w * width) / total;
      path += d`M${at + (gap + corner) / 2} ${y + row * rowHeight + (gap + corner) / 2}h${keyWidth - gap - corner}v${rowHeight - gap - corner}h${-(keyWidth - gap - corner)}z`;
      at += keyWidth;
    }
  }
  pen.path(path, { fill: '#000', stroke: '#000', width: corner, opacity: 0.3, transform: 'translate(0 3)' });
  pen.path(path, { fill: colour, stroke: colour, width: corner });
}

/** A socket: USB-C and the like when low and round, RJ45 when square. */
export function port(pen: Pen, x: number, y: number, w: number, h: number, r: number): void {
  pen.rect(x, y, w, h, { r, fill: '#0b0d10' });
  pen.rect(x, y, w, h, { r, stroke: pen.linear('down', '#000/.5', '#fff/.45'), width: 2.5 });
}

/** A small light that is on. */
export function led(pen: Pen, x: number, y: number, radius: number, colour: string = pen.accent): void {
  pen.circle(x, y, radius * 3, {
    fill: pen.radial(0.5, 0.5, `${colour}/.55`, `${colour}/.12`, `${colour}/0`),
  });
  pen.circle(x, y, radius, { fill: shade(colour, 0.45) });
}

/** A wide band of light over something shiny, clipped to its box. */
export function sheen(pen: Pen, x: number, y: number, w: number, h: number, r: number, opacity = 0.12): void {
  pen.group({ clip: pen.clip(x, y, w, h, r) }, () => {
    pen.path(d`M${x + w * 0.08} ${y}h${w * 0.34}l${-w * 0.42} ${h}h${-w * 0.34}z`, { fill: '#fff', opacity });
  });
}

/** Segments of a digit in a box of 1 by 2: from x, y, to x, y. */
const segments = ['M0 0h1', 'M1 0v1', 'M1 1v1', 'M0 2h1', 'M0 1v1', 'M0 0v1', 'M0 1h1'];
const lit = ['012345', '12', '01346', '01236', '1256', '02356', '023456', '012', '0123456', '012356'];

/** A number in seven segments. @param size width of a digit */
export function digits(pen: Pen, x: number, y: number, size: number, text: string): void {
  for (const [index, digit] of [...text].entries()) {
    const path = [...(lit[Number(digit)] ?? '')].map((segment) => segments[Number(segment)]).join('');
    const across = Math.round(x + index * size * 1.6);
    pen.path(path, {
      stroke: '#fff',
      width: 0.24,
      transform: `translate(${across} ${Math.round(y)}) scale(${Math.round(size)})`,
    });
  }
}
