import { shade } from './colour.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

function drawChair(pen: Pen): void {
  const { random, finish, accent } = pen;
  const mesh = random.chance(0.5);
  const headrest = random.chance(0.6);
  const steel = pen.linear('right', '#3a3f47', '#a4a9b1', '#33383f');
  pen.shadow(400, 736, 230, 26, 0.45);
  pen.path('M400 640L236 712M400 640L564 712M400 640L322 734M400 640L478 734M400 640V700', {
    stroke: '#2a2e35',
    width: 20,
  });
  for (const [x, y] of [
    [236, 724],
    [564, 724],
    [322, 746],
    [478, 746],
  ] as const)
    pen.circle(x, y, 14, { fill: '#15171b', stroke: '#5d636d', width: 4 });
  pen.rect(386, 540, 28, 110, { r: 8, fill: steel });
  if (headrest) {
    pen.rect(388, 130, 24, 60, { fill: steel });
    pen.block(318, 76, 164, 78, 34);
  }
  const back = 'M288 200q4-44 52-44h120q48 0 52 44l14 206q2 44-40 44H314q-42 0-40-44Z';
  pen.path(back, {
    fill: mesh
      ? shade(finish, -0.2)
      : pen.linear('right', shade(finish, -0.25), shade(finish, 0.2), finish, shade(finish, -0.3)),
    opacity: mesh ? 0.45 : 1,
  });
  if (mesh) pen.path(back, { fill: pen.dots(9, 2.8, shade(finish, -0.5)) });
  pen.path(back, {
    stroke: mesh ? shade(finish, -0.55) : '#fff',
    width: mesh ? 14 : 3,
    opacity: mesh ? 1 : 0.3,
  });
  if (!mesh)
    pen.path('M340 190v220M400 180v240M460 190v220', {
      stroke: shade(finish, -0.35),
      width: 5,
      opacity: 0.6,
    });
  pen.path('M300 372q100 30 200 0', { stroke: accent, width: 9, opacity: 0.9 });
  for (const side of [-1, 1]) {
    pen.path(d`M${400 + side * 120} 510h${side * 42}v-110`, { stroke: '#33383f', width: 20 });
    pen.rect(400 + side * 162 - 32, 378, 64, 26, { r: 13, fill: pen.linear('down', '#4a505a', '#1d2025') });
  }
  pen.path('M262 480q138-26 276 0 30 6 34 40 4 36-34 40-138 20-276 0-38-4-34-40 4-34 34-40Z', {
    fill: pen.linear('down', shade(finish, 0.22), finish, shade(finish, -0.4)),
  });
}

function drawDeskLamp(pen: Pen): void {
  const { random, finish } = pen;
  const bar = random.chance(0.5);
  const joint = random.between(230, 300);
  pen.shadow(330, 706, 200, 28, 0.45);
  pen.path(bar ? d`M${joint + 10} 232h340L${joint + 420} 700H${joint - 60}Z` : 'M470 300L250 700H760Z', {
    fill: pen.linear('down', '#ffe9b0/.55', '#ffe9b0/0'),
  });
  const metal = pen.linear('right', shade(finish, -0.25), shade(finish, 0.35), shade(finish, -0.3));
  pen.path(d`M300 690L${joint} 410L${bar ? joint + 60 : 470} 214`, {
    stroke: shade(finish, -0.45),
    width: 24,
  });
  pen.path(d`M298 690L${joint - 2} 410L${bar ? joint + 58 : 468} 214`, {
    stroke: shade(finish, 0.15),
    width: 12,
  });
  pen.circle(joint, 410, 24, { fill: metal });
  pen.circle(joint, 410, 9, { fill: pen.accent });
  if (bar) {
    pen.block(joint - 20, 186, 400, 40, 20);
    pen.rect(joint, 218, 360, 12, { r: 6, fill: '#fff6da' });
  } else {
    pen.path('M410 190q70-60 140 4l58 96q8 20-14 24l-190 28q-22 2-24-18Z', {
      fill: pen.linear('diagonal', shade(finish, 0.4), finish, shade(finish, -0.35)),
    });
    pen.ellipse(492, 328, 112, 22, {
      fill: pen.linear('down', '#fff8e2', '#ffdf91'),
      transform: 'rotate(-8 492 328)',
    });
  }
  pen.ellipse(310, 700, 132, 24, { fill: shade(finish, -0.45) });
  pen.ellipse(310, 690, 132, 24, { fill: metal });
}

function drawBag(pen: Pen): void {
  const { random, finish, accent } = pen;
  const backpack = random.chance(0.6);
  pen.shadow(400, 706, 270, 32, 0.45);
  if (!backpack) {
    pen.path('M270 330C270 180 530 180 530 330', { stroke: shade(finish, -0.45), width: 30 });
    pen.block(110, 300, 580, 396, 56);
    pen.path('M110 380q0-80 70-80h440q70 0 70 80v60q-290 70-580 0Z', {
      fill: pen.linear('down', shade(finish, 0.14), shade(finish, -0.12)),
    });
    pen.path('M130 452q270 64 540 0', { stroke: shade(finish, -0.4), width: 4, dash: '12 9' });
    for (const x of [250, 550]) {
      pen.rect(x - 20, 300, 40, 230, { r: 6, fill: shade(accent, -0.35) });
      pen.rect(x - 26, 470, 52, 40, { r: 8, fill: pen.linear('down', '#e6e8eb', '#8d939c') });
    }
    return;
  }
  pen.path('M350 110q0-56 50-56t50 56', { stroke: shade(finish, -0.5), width: 20 });
  pen.path('M206 290q0-190 194-190t194 190v330q0 78-78 78H284q-78 0-78-78Z', {
    fill: pen.linear('right', shade(finish, -0.3), shade(finish, 0.14), finish, shade(finish, -0.35)),
  });
  pen.path('M250 300q0-150 150-150t150 150', { stroke: shade(finish, -0.5), width: 8 });
  pen.path('M250 300q0-150 150-150t150 150', { stroke: '#c9cdd3', width: 3, dash: '3 6' });
  pen.rect(250, 420, 300, 240, { r: 44, fill: pen.linear('down', shade(finish, 0.16), shade(finish, -0.2)) });
  pen.path('M270 470h260', { stroke: shade(finish, -0.5), width: 8 });
  pen.path('M500 470v46', { stroke: accent, width: 10 });
  pen.rect(352, 336, 96, 40, { r: 8, fill: accent });
  pen.path('M372 356h56', { stroke: '#fff', width: 5, opacity: 0.8 });
  pen.path('M206 470q-34 20-34 100v70q4 40 40 44M594 470q34 20 34 100v70q-4 40-40 44', {
    stroke: shade(finish, -0.5),
    width: 12,
  });
}

function drawStand(pen: Pen): void {
  const { random, finish } = pen;
  const phone = random.chance(0.45);
  pen.shadow(400, 692, 280, 32, 0.45);
  const metal = pen.linear('right', shade(finish, -0.2), shade(finish, 0.4), finish, shade(finish, -0.25));
  if (phone) {
    pen.path('M360 690L430 330', { stroke: shade(finish, -0.4), width: 54 });
    pen.path('M356 690L426 330', { stroke: shade(finish, 0.2), width: 40 });
    pen.ellipse(390, 692, 170, 26, { fill: shade(finish, -0.4) });
    pen.ellipse(390, 682, 170, 26, { fill: metal });
    pen.group({ transform: 'rotate(8 420 330)' }, () => {
      pen.circle(430, 290, 138, {
        fill: pen.linear('diagonal', shade(finish, 0.5), finish, shade(finish, -0.3)),
      });
      pen.circle(430, 290, 112, { fill: '#15181d' });
      pen.circle(430, 290, 86, { stroke: pen.accent, width: 5, opacity: 0.8 });
      pen.path('M438 250l-26 44h20l-6 34 28-46h-20z', { fill: '#fff', opacity: 0.85 });
    });
    return;
  }
  pen.block(190, 664, 420, 28, 12);
  pen.path('M250 668L340 470L560 400', { stroke: shade(finish, -0.4), width: 38 });
  pen.path('M248 664L338 466L556 398', { stroke: shade(finish, 0.15), width: 26 });
  pen.circle(340, 468, 30, { fill: metal });
  pen.circle(340, 468, 11, { fill: shade(finish, -0.55) });
  pen.path('M130 436L650 300l16 22L146 462Z', { fill: metal });
  pen.path('M130 436l-14-46 26-8 14 42ZM200 470l-60 16-10-26 60-16Z', { fill: shade(finish, -0.3) });
  pen.path('M160 430L640 304', { stroke: pen.accent, width: 6, opacity: 0.8 });
}

export const workspace = {
  chair: {
    front: drawChair,
    focus: [400, 330, 1.8],
    finishes: ['#25282d', '#4b4f57', '#2c3547', '#8fa393', '#b4573f', '#33587a', '#d3c6b3'],
  },
  'desk-lamp': { front: drawDeskLamp, focus: [440, 300, 1.8] },
  bag: { front: drawBag, focus: [420, 430, 1.8] },
  stand: { front: drawStand, focus: [400, 430, 1.8] },
} satisfies Record<string, Drawing>;
