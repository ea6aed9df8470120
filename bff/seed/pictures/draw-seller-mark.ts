import { accents, shade } from './colour.ts';
import { d, Pen } from './pen.ts';
import { randomFrom } from './random.ts';

/**
 * Draws a seller's logo: a shape of its own on a coloured tile, 800 by 800.
 * @param name what the seller is called; its first letter chooses nothing, its whole text does
 * @param seed tells apart sellers of the same name
 */
export function drawSellerMark(name: string, seed: string): string {
  const random = randomFrom(`${name}/${seed}/mark`);
  const colour = random.pick([...accents, '#25282d', '#33587a', '#3f5c4f', '#62506c', '#b4573f']);
  const pen = new Pen(`${name}/${seed}`, colour, random.pick(accents));
  pen.rect(0, 0, 800, 800, {
    r: 180,
    fill: pen.linear('diagonal', shade(colour, 0.12), shade(colour, -0.22)),
  });
  const marks = [
    drawRings,
    drawPetals,
    drawBars,
    drawPeaks,
    drawGrid,
    drawSweep,
    drawFacets,
    drawMoon,
  ] as const;
  random.pick(marks)(pen, random.whole(3, 6));
  return pen.toSvg();
}

function drawRings(pen: Pen, count: number): void {
  for (let ring = 0; ring < count; ring += 1) {
    pen.circle(400 - ring * 22, 400, 240 - ring * (200 / count), {
      stroke: '#fff',
      width: 26,
      opacity: 1 - ring * 0.14,
    });
  }
}

function drawPetals(pen: Pen, count: number): void {
  const petals = count + 2;
  for (let petal = 0; petal < petals; petal += 1) {
    pen.ellipse(400, 262, 78, 138, {
      fill: '#fff',
      opacity: 0.55,
      transform: `rotate(${Math.round((360 / petals) * petal)} 400 400)`,
    });
  }
}

function drawBars(pen: Pen, count: number): void {
  for (let bar = 0; bar < count; bar += 1) {
    const height = pen.random.between(150, 420);
    const width = 420 / count;
    pen.rect(190 + bar * width + width * 0.12, 400 - height / 2, width * 0.76, height, {
      r: width * 0.38,
      fill: '#fff',
    });
  }
}

function drawPeaks(pen: Pen, count: number): void {
  const height = 180 + count * 20;
  pen.path(d`M150 580L330 ${560 - height}L450 480L540 ${600 - height * 0.8}L660 580Z`, { fill: '#fff' });
  pen.circle(560, 250, 52, { fill: '#fff', opacity: 0.6 });
}

function drawGrid(pen: Pen, count: number): void {
  const size = count > 4 ? 4 : 3;
  const step = 400 / size;
  for (let cell = 0; cell < size * size; cell += 1) {
    const x = 200 + (cell % size) * step;
    const y = 200 + Math.floor(cell / size) * step;
    const round = pen.random.pick([12, step / 2]);
    if (pen.random.chance(0.75)) pen.rect(x + 8, y + 8, step - 16, step - 16, { r: round, fill: '#fff' });
  }
}

function drawSweep(pen: Pen, count: number): void {
  for (let line = 0; line < count; line += 1) {
    pen.path(
      d`M170 ${270 + line * 66}C300 ${170 + line * 66} 480 ${400 + line * 66} 630 ${250 + line * 66}`,
      { stroke: '#fff', width: 34, opacity: 1 - line * 0.15 },
    );
  }
}

function drawFacets(pen: Pen): void {
  pen.path('M400 150L620 300L400 400Z', { fill: '#fff' });
  pen.path('M400 150L180 300L400 400Z', { fill: '#fff', opacity: 0.75 });
  pen.path('M180 300L400 650L400 400Z', { fill: '#fff', opacity: 0.5 });
  pen.path('M620 300L400 650L400 400Z', { fill: '#fff', opacity: 0.65 });
}

function drawMoon(pen: Pen, count: number): void {
  pen.path('M520 200a230 230 0 1 0 100 330a190 190 0 1 1-100-330Z', { fill: '#fff' });
  pen.circle(560, 340, 20 + count * 8, { fill: '#fff', opacity: 0.7 });
}
