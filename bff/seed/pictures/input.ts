import { shade } from './colour.ts';
import { keys, led, lens, sheen } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

const rows = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
  [1.8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.2],
  [2.3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.7],
  [1.25, 1.25, 1.25, 6.2, 1.25, 1.25, 1.25, 1.3],
];

function drawKeyboard(pen: Pen): void {
  const { random, finish, accent } = pen;
  const pad = random.chance(0.4);
  const functionRow = random.chance(0.5);
  const caps = random.pick([shade(finish, 0.5), '#f1f2f4', '#3d434c', '#565c66']);
  const layout = functionRow ? [Array.from({ length: 15 }, () => 1), ...rows] : rows;
  const height = layout.length * 52 + 34;
  const top = 400 - height / 2;
  const width = pad ? 700 : 640;
  const left = 400 - width / 2;
  const main = pad ? 540 : width - 34;
  pen.group({ lifted: true, transform: 'rotate(-9 400 400)' }, () => {
    pen.block(left, top, width, height, random.between(14, 30));
    pen.rect(left + 13, top + 13, width - 26, height - 26, { r: 12, fill: '#101216' });
    keys(pen, { x: left + 17, y: top + 17, w: main, h: height - 34, gap: 6 }, layout, caps);
    const box = { y: top + 17, h: 52, gap: 6 };
    keys(pen, { ...box, x: left + 17, w: main / (functionRow ? 15 : 15) }, [[1]], accent);
    keys(
      pen,
      { ...box, x: left + 17 + main * 0.865, w: main * 0.135, y: top + 17 + 52 * (layout.length - 3) },
      [[1]],
      accent,
    );
    if (pad) {
      keys(
        pen,
        { x: left + main + 30, y: top + 17, w: width - main - 47, h: height - 34, gap: 6 },
        layout.map(() => [1, 1, 1]),
        caps,
      );
    }
    sheen(pen, left, top, width, height, 20, 0.05);
  });
}

function drawMouse(pen: Pen): void {
  const { random, finish } = pen;
  const width = random.between(250, 300);
  const half = width / 2;
  const side = random.chance(0.6);
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(8, 20))} 400 400)` }, () => {
    const shape = d`M${400 - half} 330C${400 - half} 170 ${400 - half * 0.6} 140 400 140S${400 + half} 170 ${400 + half} 330C${400 + half * 0.9} 400 ${400 + half * 1.06} 460 ${400 + half * 1.04} 530C${400 + half} 640 ${400 + half * 0.6} 670 400 670S${400 - half} 640 ${400 - half * 1.04} 530C${400 - half * 1.06} 460 ${400 - half * 0.9} 400 ${400 - half} 330Z`;
    pen.path(shape, { fill: pen.radial(0.4, 0.2, shade(finish, 0.5), finish, shade(finish, -0.35)) });
    pen.path(shape, { stroke: pen.linear('down', '#fff/.5', '#000/.2'), width: 4 });
    pen.path(d`M400 142V360M${400 - half * 0.97} 366Q400 ${410} ${400 + half * 0.97} 366`, {
      stroke: shade(finish, -0.5),
      width: 4,
      opacity: 0.7,
    });
    pen.rect(378, 214, 44, 106, { r: 22, fill: '#14161a' });
    pen.rect(386, 226, 28, 82, { r: 14, fill: pen.linear('right', '#23262c', '#7d838c', '#1d2025') });
    pen.path('M388 244h24M388 258h24M388 272h24M388 286h24', { stroke: '#0b0d10', width: 4 });
    if (side)
      pen.path(d`M${400 - half * 0.92} 400q-10 70 2 150`, { stroke: shade(finish, -0.45), width: 18 });
    led(pen, 400, 352, 4);
    pen.path('M372 560h56', { stroke: pen.accent, width: 7 });
    pen.ellipse(400 - half * 0.45, 300, half * 0.16, 90, {
      fill: '#fff',
      opacity: 0.16,
      transform: 'rotate(10 330 300)',
    });
  });
}

function drawGamepad(pen: Pen): void {
  const { random, finish, accent } = pen;
  const swapped = random.chance(0.5);
  pen.group({ lifted: true, transform: `rotate(${Math.round(random.between(-8, 8))} 400 400)` }, () => {
    pen.path('M196 262q10-36 60-36h54v44H190ZM604 262q-10-36-60-36h-54v44h120Z', {
      fill: shade(finish, -0.5),
    });
    const shape =
      'M400 262H240C160 262 128 330 104 440S72 640 150 652c60 8 92-110 150-124h200c58 14 90 132 150 124 78-12 70-102 46-212S640 262 560 262Z';
    pen.path(shape, { fill: pen.radial(0.4, 0.15, shade(finish, 0.45), finish, shade(finish, -0.35)) });
    pen.path(shape, { stroke: pen.linear('down', '#fff/.55', '#000/.2'), width: 4 });
    pen.path('M318 262h164l-18 92q-4 18-22 18h-84q-18 0-22-18Z', {
      fill: shade(finish, -0.5),
      opacity: 0.85,
    });
    drawStick(pen, 310, 468);
    drawStick(pen, 490, swapped ? 468 : 468);
    const cross = 'M0-52h0v104M-52 0h104';
    pen.path(cross, { stroke: '#14161a', width: 36, transform: 'translate(214 376)' });
    pen.path(cross, {
      stroke: pen.linear('down', '#4a505a', '#2a2e35'),
      width: 28,
      transform: 'translate(214 376)',
    });
    const colours = swapped ? [accent, accent, accent, accent] : ['#2ba57f', '#e0584b', '#3f6ff2', '#f0a13a'];
    for (const [index, [x, y]] of [
      [0, 46],
      [46, 0],
      [-46, 0],
      [0, -46],
    ].entries()) {
      const colour = colours[index] ?? accent;
      pen.circle(586 + (x ?? 0), 376 + (y ?? 0), 24, { fill: '#14161a' });
      pen.circle(586 + (x ?? 0), 374 + (y ?? 0), 20, {
        fill: pen.radial(0.4, 0.3, shade(colour, 0.5), colour, shade(colour, -0.3)),
      });
    }
    led(pen, 400, 318, 7);
    pen.path('M352 408h10M438 408h10', { stroke: '#14161a', width: 12 });
  });
}

function drawStick(pen: Pen, x: number, y: number): void {
  pen.circle(x, y, 58, { fill: '#0f1114' });
  pen.circle(x, y, 46, { fill: pen.radial(0.4, 0.3, '#5b616b', '#2a2e35', '#15171b') });
  pen.circle(x, y, 31, { fill: pen.radial(0.5, 0.6, '#3c4149', '#1b1e22') });
  pen.circle(x, y, 46, { stroke: '#fff', width: 2, opacity: 0.18 });
}

function drawHeadset(pen: Pen): void {
  const { random, finish, accent } = pen;
  const lenses = random.chance(0.6);
  pen.shadow(400, 640, 320, 36, 0.42);
  pen.path('M136 430C136 210 664 210 664 430', { stroke: shade(finish, -0.5), width: 40 });
  pen.path('M142 396C160 224 640 224 658 396', { stroke: shade(finish, -0.25), width: 12 });
  pen.path('M400 268V310', { stroke: shade(finish, -0.45), width: 46 });
  pen.block(110, 300, 580, 300, 120);
  pen.rect(136, 322, 528, 250, { r: 98, fill: '#0c0e12' });
  pen.rect(136, 322, 528, 250, {
    r: 98,
    fill: pen.linear('diagonal', `${accent}/.55`, '#0c0e12/0', '#8a63e8/.3'),
  });
  sheen(pen, 136, 322, 528, 250, 98, 0.13);
  if (lenses) {
    for (const [x, y] of [
      [206, 400],
      [594, 400],
      [250, 522],
      [550, 522],
    ] as const)
      lens(pen, x, y, 22);
  } else {
    pen.path('M250 447h300', { stroke: accent, width: 6, opacity: 0.8 });
  }
  led(pen, 400, 540, 4);
}

export const input = {
  keyboard: { front: drawKeyboard, focus: [240, 360, 2.2], flat: true },
  mouse: { front: drawMouse, focus: [400, 300, 1.9], flat: true },
  gamepad: { front: drawGamepad, focus: [560, 420, 2], flat: true },
  'vr-headset': { front: drawHeadset, focus: [560, 440, 1.9] },
} satisfies Record<string, Drawing>;
