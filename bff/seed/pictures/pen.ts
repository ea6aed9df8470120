import { shade } from './colour.ts';
import { type Random, randomFrom } from './random.ts';

/** How a shape is painted. Lengths in units of the 800 by 800 picture. */
export interface Paint {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  /** Corner radius of a rectangle. */
  r?: number;
  /** `stroke-dasharray` */
  dash?: string;
  /** How lines end; round when absent. */
  cap?: 'butt';
  transform?: string;
  clip?: string;
}

type Direction = 'down' | 'right' | 'diagonal';

const ends: Record<Direction, string> = {
  down: 'x2="0" y2="1"',
  right: '',
  diagonal: 'x2="1" y2="1"',
};

/** At most one decimal: enough for 800 units, and a third of the bytes. */
function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Path data with its numbers rounded: d`M${x} ${y}h${w}`. */
export function d(texts: TemplateStringsArray, ...values: number[]): string {
  return texts.map((text, index) => text + (index < values.length ? round(values[index] ?? 0) : '')).join('');
}

/** Writes SVG: shapes go into the body, gradients and the like are defined once each. */
export class Pen {
  random: Random;
  readonly #seed: string;
  /** Main body colour and colour of small parts, both #rrggbb. */
  readonly finish: string;
  readonly accent: string;
  readonly #definitions = new Map<string, string>();
  readonly #body: string[] = [];

  constructor(seed: string, finish: string, accent: string) {
    this.#seed = seed;
    this.random = randomFrom(seed);
    this.finish = finish;
    this.accent = accent;
  }

  /** Begins the row of chances anew, so that a product keeps its proportions from picture to picture. */
  restart(): void {
    this.random = randomFrom(this.#seed);
  }

  #define(content: (id: string) => string, key: string): string {
    const known = this.#definitions.get(key);
    const id = known?.match(/id="(\w+)"/)?.[1] ?? `d${this.#definitions.size}`;
    if (!known) this.#definitions.set(key, content(id));
    return `url(#${id})`;
  }

  #stops(colours: readonly string[]): string {
    return colours
      .map((colour, index) => {
        const [value = colour, opacity] = colour.split('/');
        const offset = round((index / Math.max(1, colours.length - 1)) * 100);
        return `<stop offset="${offset}%" stop-color="${value}"${opacity ? ` stop-opacity="${opacity}"` : ''}/>`;
      })
      .join('');
  }

  /** A gradient over evenly spaced colours (`#fff` or with opacity `#fff/.4`). */
  linear(direction: Direction, ...colours: string[]): string {
    return this.#define(
      (id) => `<linearGradient id="${id}" ${ends[direction]}>${this.#stops(colours)}</linearGradient>`,
      `${direction}${colours.join()}`,
    );
  }

  /** A round gradient from the point (`x`, `y`, shares of the shape) outwards. */
  radial(x: number, y: number, ...colours: string[]): string {
    return this.#define(
      (id) =>
        `<radialGradient id="${id}" cx="${x}" cy="${y}" r=".75">${this.#stops(colours)}</radialGradient>`,
      `radial${x},${y}${colours.join()}`,
    );
  }

  /** A clip in the shape of a rounded rectangle, for `Paint.clip`. */
  clip(x: number, y: number, w: number, h: number, r: number): string {
    const box = `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(r)}"`;
    return this.#define((id) => `<clipPath id="${id}"><rect ${box}/></clipPath>`, `clip${box}`);
  }

  /** A pattern of dots: speaker cloth, vents, mesh. */
  dots(gap: number, radius: number, colour: string): string {
    const half = round(gap / 2);
    return this.#define(
      (id) =>
        `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse"><circle cx="${half}" cy="${half}" r="${radius}" fill="${colour}"/></pattern>`,
      `dots${gap},${radius}${colour}`,
    );
  }

  #add(name: string, geometry: string, paint: Paint): void {
    const attributes = [
      paint.fill !== undefined || paint.stroke === undefined ? ['fill', paint.fill] : ['fill', 'none'],
      ['stroke', paint.stroke],
      ['stroke-width', paint.width && Math.round(paint.width * 100) / 100],
      ['opacity', paint.opacity && Math.round(paint.opacity * 100) / 100],
      ['rx', paint.r && round(paint.r)],
      ['stroke-dasharray', paint.dash],
      ['stroke-linecap', paint.cap],
      ['transform', paint.transform],
      ['clip-path', paint.clip],
    ];
    const written = attributes.map(([key, value]) => (value ? ` ${key}="${value}"` : '')).join('');
    this.#body.push(`<${name} ${geometry}${written}/>`);
  }

  rect(x: number, y: number, w: number, h: number, paint: Paint): void {
    this.#add('rect', `x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"`, paint);
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.#add('circle', `cx="${round(x)}" cy="${round(y)}" r="${round(radius)}"`, paint);
  }

  ellipse(x: number, y: number, rx: number, ry: number, paint: Paint): void {
    this.#add('ellipse', `cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}"`, paint);
  }

  /** A path; numbers in `d` are rounded by whoever writes it. Lines have round ends and joins. */
  path(d: string, paint: Paint): void {
    this.#add('path', `d="${d}"`, paint);
  }

  /** Everything that `draw` draws, moved, turned, clipped or made translucent together. */
  group(
    paint: { transform?: string; opacity?: number; clip?: string; lifted?: boolean; id?: string },
    draw: () => void,
  ): void {
    const id = paint.id ? ` id="${paint.id}"` : '';
    const filter = paint.lifted ? ` filter="${this.#lift()}"` : '';
    const transform = paint.transform ? ` transform="${paint.transform}"` : '';
    const opacity = paint.opacity ? ` opacity="${paint.opacity}"` : '';
    const clip = paint.clip ? ` clip-path="${paint.clip}"` : '';
    this.#body.push(`<g${id}${transform}${opacity}${clip}${filter}>`);
    draw();
    this.#body.push('</g>');
  }

  /** Shows the group with this id once more, elsewhere. */
  copy(id: string, transform: string, opacity = 1): void {
    this.#body.push(`<use href="#${id}" transform="${transform}" opacity="${opacity}"/>`);
  }

  #lift(): string {
    return this.#define(
      (id) =>
        `<filter id="${id}" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="0" dy="22" stdDeviation="20" flood-color="#1c2433" flood-opacity=".3"/></filter>`,
      'lift',
    );
  }

  /** A soft shadow on the floor. */
  shadow(x: number, y: number, rx: number, ry: number, strength = 0.4): void {
    const fill = this.#define(
      (id) =>
        `<radialGradient id="${id}">${this.#stops([strength, strength * 0.35, 0].map((part) => `#18202e/${Math.round(part * 100) / 100}`))}</radialGradient>`,
      `shadow${strength}`,
    );
    this.ellipse(x, y, rx, ry, { fill });
  }

  /** A body of metal or plastic lit from above: gradient, bright upper edge, dark lower edge. */
  block(x: number, y: number, w: number, h: number, r: number, colour: string = this.finish): void {
    this.rect(x, y, w, h, {
      r,
      fill: this.linear('down', shade(colour, 0.22), colour, shade(colour, -0.18)),
    });
    this.rect(x + 1.5, y + 1.5, w - 3, h - 3, {
      r: Math.max(0, r - 1.5),
      stroke: this.linear('down', '#fff/.55', '#fff/.08', '#000/.22'),
      width: 3,
    });
  }

  /** The whole picture. */
  toSvg(): string {
    const definitions = [...this.#definitions.values()].join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800" stroke-linecap="round" stroke-linejoin="round"><defs>${definitions}</defs>${this.#body.join('')}</svg>`;
  }
}
