import { shade } from './colour.ts';
import { lens, sheen, wallpaper } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

/** The back behind, the front before it. */
function drawPhone(pen: Pen): void {
  const round = pen.random.between(38, 62);
  const lenses = pen.random.whole(2, 4);
  pen.shadow(400, 716, 260, 30, 0.35);
  pen.group({ transform: 'translate(-92 6)' }, () => drawPhoneBack(pen, 290, 120, 264, 560, round, lenses));
  pen.group({ lifted: true, transform: 'translate(84 22)' }, () => {
    pen.rect(270, 108, 272, 572, {
      r: round,
      fill: pen.linear('right', shade(pen.finish, 0.4), shade(pen.finish, -0.3), shade(pen.finish, 0.3)),
    });
    pen.rect(275, 113, 262, 562, { r: round - 4, fill: '#050608' });
    wallpaper(pen, 284, 122, 244, 544, round - 12);
    drawPhoneContent(pen);
  });
}

function drawPhoneContent(pen: Pen): void {
  if (pen.random.chance(0.5)) pen.rect(370, 136, 72, 20, { r: 10, fill: '#050608' });
  else pen.circle(406, 146, 9, { fill: '#050608' });
  const cards = pen.random.whole(0, 2);
  for (let card = 0; card < cards; card += 1) {
    const y = 470 - card * 78;
    pen.rect(302, y, 208, 64, { r: 18, fill: '#fff', opacity: 0.24 });
    pen.circle(332, y + 32, 15, { fill: '#fff', opacity: 0.75 });
    pen.path(d`M362 ${y + 24}h88M362 ${y + 42}h56`, { stroke: '#fff', width: 7, opacity: 0.75 });
  }
  for (let icon = 0; icon < 4; icon += 1) {
    pen.rect(304 + icon * 54, 584, 42, 42, { r: 12, fill: '#fff', opacity: 0.34 + icon * 0.14 });
  }
  pen.rect(360, 648, 92, 6, { r: 3, fill: '#fff', opacity: 0.8 });
}

function drawPhoneBack(
  pen: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
  lenses: number,
): void {
  pen.block(x, y, w, h, r);
  sheen(pen, x, y, w, h, r, 0.14);
  const island = pen.random.pick(['square', 'column', 'bar']);
  if (island === 'bar') {
    pen.block(x + 14, y + 60, w - 28, 84, 42, shade(pen.finish, -0.25));
    for (let index = 0; index < lenses; index += 1) lens(pen, x + 62 + index * 60, y + 102, 27);
    return;
  }
  const column = island === 'column';
  pen.block(x + 20, y + 20, column ? 74 : 132, column ? lenses * 62 + 18 : 132, 34, shade(pen.finish, 0.08));
  for (let index = 0; index < lenses; index += 1) {
    const across = column ? 0 : (index % 2) * 60;
    const down = column ? index * 62 : Math.floor(index / 2) * 60;
    lens(pen, x + 57 + across, y + 58 + down, 27);
  }
}

function drawPhoneBackAlone(pen: Pen): void {
  const round = pen.random.between(38, 62);
  const lenses = pen.random.whole(2, 4);
  pen.group({ lifted: true, transform: 'rotate(14 400 400)' }, () =>
    drawPhoneBack(pen, 256, 96, 288, 608, round, lenses),
  );
}

function drawTablet(pen: Pen): void {
  const round = pen.random.between(24, 38);
  const width = pen.random.between(440, 480);
  const height = width * pen.random.between(1.32, 1.4);
  const left = 400 - width / 2;
  const top = 395 - height / 2;
  const stylus = pen.random.chance(0.6);
  pen.group({ lifted: true, transform: `rotate(${Math.round(pen.random.between(-7, 7))} 400 400)` }, () => {
    pen.block(left, top, width, height, round);
    pen.rect(left + 5, top + 5, width - 10, height - 10, { r: round - 4, fill: '#07080a' });
    wallpaper(pen, left + 24, top + 24, width - 48, height - 48, 10);
    for (let icon = 0; icon < 12; icon += 1) {
      const x = left + 66 + (icon % 4) * ((width - 132 - 54) / 3);
      pen.rect(x, top + 74 + Math.floor(icon / 4) * 96, 54, 54, {
        r: 15,
        fill: '#fff',
        opacity: 0.25 + ((icon * 7) % 5) * 0.13,
      });
    }
    pen.circle(400, top + 14, 3.5, { fill: '#26304a' });
    if (stylus) {
      pen.rect(left + width + 14, top + 90, 17, 400, {
        r: 8,
        fill: pen.linear('right', '#fff', '#d5d8dd', '#f4f5f6'),
      });
      pen.path(d`M${left + width + 15} ${top + 488}l7.5 36l7.5 -36z`, { fill: '#b9bec6' });
    }
  });
}

function drawTabletBack(pen: Pen): void {
  pen.group({ lifted: true, transform: 'rotate(-11 400 400)' }, () => {
    pen.block(170, 96, 460, 610, 34);
    sheen(pen, 170, 96, 460, 610, 34, 0.12);
    lens(pen, 566, 158, 28);
    pen.circle(566, 222, 8, { fill: '#fff4d8' });
    pen.rect(360, 372, 80, 80, { r: 24, fill: shade(pen.finish, -0.16) });
    pen.path('M280 690h60M460 690h60', { stroke: shade(pen.finish, -0.45), width: 5, dash: '1 11' });
  });
}

function drawWatch(pen: Pen): void {
  const square = pen.random.chance(0.55);
  const strap = pen.random.chance(0.5) ? pen.accent : shade(pen.finish, -0.3);
  const strapFill = pen.linear('right', shade(strap, -0.3), shade(strap, 0.1), shade(strap, -0.35));
  pen.shadow(400, 738, 150, 22, 0.35);
  pen.path('M312 300L330 84q3-26 30-26h80q27 0 30 26L488 300Z', { fill: strapFill });
  pen.path('M312 500L330 716q3 26 30 26h80q27 0 30-26L488 500Z', { fill: strapFill });
  for (const y of [640, 664, 688]) pen.ellipse(400, y, 6, 8, { fill: shade(strap, -0.55) });
  pen.block(560, 350, 22, 62, 10);
  pen.rect(562, 440, 10, 66, { r: 5, fill: shade(pen.finish, -0.2) });
  if (square) {
    pen.block(236, 214, 328, 372, 96);
    pen.rect(252, 230, 296, 340, { r: 82, fill: '#040506' });
  } else {
    pen.circle(400, 400, 176, {
      fill: pen.linear('diagonal', shade(pen.finish, 0.45), pen.finish, shade(pen.finish, -0.4)),
    });
    pen.circle(400, 400, 156, { fill: '#040506' });
  }
  drawWatchFace(pen, square);
}

function drawWatchFace(pen: Pen, square: boolean): void {
  const { random, accent } = pen;
  const hour = random.between(0, 360);
  if (random.chance(0.5)) {
    for (const [index, radius] of [112, 86, 60].entries()) {
      const colour = [accent, '#2ba57f', '#f0a13a'][index] ?? accent;
      const length = radius * 2 * Math.PI;
      pen.circle(400, 400, radius, { stroke: colour, width: 20, opacity: 0.22 });
      pen.circle(400, 400, radius, {
        stroke: colour,
        width: 20,
        dash: `${Math.round(length * random.between(0.4, 0.9))} 999`,
        transform: 'rotate(-90 400 400)',
      });
    }
    if (square) pen.path('M330 544h140', { stroke: '#fff', width: 7, opacity: 0.35 });
    return;
  }
  pen.circle(400, 400, 140, { stroke: '#fff', width: 14, dash: '2.5 70.8', opacity: 0.8 });
  pen.circle(400, 400, 138, { stroke: '#fff', width: 6, dash: '1 13.45', opacity: 0.35 });
  pen.circle(400, 474, 34, { stroke: accent, width: 5, opacity: 0.8 });
  pen.path('M400 400V316', { stroke: '#fff', width: 12, transform: `rotate(${Math.round(hour)} 400 400)` });
  pen.path('M400 400V284', {
    stroke: '#fff',
    width: 7,
    transform: `rotate(${Math.round(hour * 12)} 400 400)`,
  });
  pen.path('M400 424V272', {
    stroke: accent,
    width: 3,
    transform: `rotate(${Math.round(hour * 5)} 400 400)`,
  });
  pen.circle(400, 400, 8, { fill: accent });
}

export const mobile = {
  phone: { front: drawPhone, other: drawPhoneBackAlone, focus: [300, 230, 2] },
  tablet: { front: drawTablet, other: drawTabletBack, focus: [500, 250, 1.8] },
  watch: { front: drawWatch, focus: [440, 400, 1.9] },
} satisfies Record<string, Drawing>;
