import { shade } from './colour.ts';
import { led } from './parts.ts';
import { d, type Pen } from './pen.ts';
import type { Drawing } from './scene.ts';

function drawHeadphones(pen: Pen): void {
  const { random, finish } = pen;
  const cup = random.between(98, 116);
  const tall = cup * random.between(1.22, 1.38);
  const band = random.between(30, 44);
  const spread = random.between(186, 206);
  pen.shadow(400, 706, 280, 34, 0.4);
  const arc = d`M${400 - spread} 480V370A${spread} ${spread + 20} 0 0 1 ${400 + spread} 370V480`;
  pen.path(arc, { stroke: shade(finish, -0.35), width: band });
  pen.path(arc, {
    stroke: pen.linear('down', shade(finish, 0.35), finish, shade(finish, -0.2)),
    width: band - 8,
  });
  pen.path(d`M${400 - spread * 0.72} 268A${spread} ${spread + 10} 0 0 1 ${400 + spread * 0.72} 268`, {
    stroke: shade(finish, -0.5),
    width: band * 0.72,
    opacity: 0.8,
  });
  for (const side of [-1, 1]) {
    const x = 400 + side * spread;
    pen.rect(x - 8, 392, 16, 90, { r: 8, fill: pen.linear('right', '#8d939c', '#e8eaee', '#7c828b') });
    pen.ellipse(x - side * 36, 560, cup * 0.5, tall * 0.94, {
      fill: pen.linear('right', '#1b1e23', '#3a3f47', '#15171b'),
    });
    pen.ellipse(x + side * 12, 560, cup * 0.66, tall, {
      fill: pen.radial(0.5 - side * 0.1, 0.25, shade(finish, 0.4), finish, shade(finish, -0.4)),
    });
    pen.ellipse(x + side * 24, 560, cup * 0.45, tall * 0.76, {
      stroke: pen.linear('down', '#fff/.5', '#fff/.05', '#000/.3'),
      width: 4,
    });
    pen.ellipse(x + side * 26, 560, cup * 0.16, tall * 0.26, { fill: pen.accent, opacity: 0.9 });
  }
}

function drawEarbuds(pen: Pen): void {
  const { random, finish } = pen;
  const round = random.between(60, 104);
  const stem = random.chance(0.6);
  pen.shadow(400, 676, 290, 36, 0.4);
  pen.path(
    d`M226 470V${420 - round * 0.6}q0-${round} ${round}-${round}h${348 - 2 * round}q${round} 0 ${round} ${round}V470Z`,
    {
      fill: pen.linear('down', shade(finish, -0.2), shade(finish, -0.45)),
    },
  );
  for (const side of [-1, 1]) drawBud(pen, 400 + side * 82, 440, side, stem);
  pen.rect(200, 452, 400, 214, {
    r: round,
    fill: pen.linear('down', shade(finish, 0.35), finish, shade(finish, -0.25)),
  });
  pen.rect(200, 452, 400, 214, {
    r: round,
    stroke: pen.linear('down', '#fff/.6', '#fff/0', '#000/.2'),
    width: 3,
  });
  pen.path(d`M${200 + round} 466H${600 - round}`, { stroke: shade(finish, -0.35), width: 9, opacity: 0.6 });
  led(pen, 400, 560, 4.5, '#4fd08c');
}

function drawBud(pen: Pen, x: number, y: number, side: number, stem: boolean): void {
  const colour = shade(pen.finish, 0.12);
  const body = pen.linear('right', shade(colour, 0.4), colour, shade(colour, -0.28));
  if (stem) pen.rect(x - 17, y - 100, 34, 150, { r: 17, fill: body });
  pen.ellipse(x + side * 34, y - 112, 26, 34, {
    fill: pen.radial(0.4, 0.3, '#5b616b', '#23262c'),
    transform: `rotate(${side * 24} ${Math.round(x + side * 34)} ${Math.round(y - 112)})`,
  });
  pen.ellipse(x, y - 122, 50, 58, {
    fill: pen.radial(0.36, 0.26, shade(colour, 0.6), colour, shade(colour, -0.35)),
  });
  pen.ellipse(x - side * 8, y - 118, 15, 22, { fill: pen.dots(6, 1.6, '#0d0f12') });
  pen.circle(x - side * 18, y - 152, 4, { fill: pen.accent });
}

function drawSpeaker(pen: Pen): void {
  const shape = pen.random.pick(['tower', 'cylinder', 'bar']);
  if (shape === 'tower') drawTower(pen);
  else if (shape === 'cylinder') drawCylinder(pen);
  else drawSoundBar(pen);
}

function drawTower(pen: Pen): void {
  const { finish, random } = pen;
  const width = random.between(290, 340);
  const left = 400 - width / 2;
  pen.shadow(400, 700, 240, 30, 0.45);
  pen.block(left, 110, width, 590, random.between(12, 46));
  for (const [y, radius] of [
    [260, width * random.between(0.2, 0.26)],
    [500, width * random.between(0.36, 0.41)],
  ] as const) {
    pen.circle(400, y, radius, { fill: pen.linear('down', '#5a606a', '#1b1e23') });
    pen.circle(400, y, radius * 0.9, { fill: pen.radial(0.5, 0.5, '#0d0f12', '#2a2e35', '#14161a') });
    pen.circle(400, y, radius * 0.62, { stroke: '#000', width: radius * 0.06, opacity: 0.45 });
    pen.circle(400, y, radius * 0.34, {
      fill: pen.radial(0.38, 0.3, shade(pen.accent, 0.3), shade(pen.accent, -0.45)),
    });
    pen.ellipse(400, y - radius * 0.62, radius * 0.4, radius * 0.12, { fill: '#fff', opacity: 0.12 });
  }
  led(pen, 400, 660, 4);
  pen.circle(400, 156, 10, { fill: shade(finish, -0.4) });
}

function drawCylinder(pen: Pen): void {
  const { finish, random } = pen;
  const width = random.between(290, 360);
  const height = random.between(390, 490);
  const left = 400 - width / 2;
  const top = 690 - height;
  pen.shadow(400, 692, width * 0.78, 36, 0.45);
  const body = d`M${left} ${top + 40}V${650}Q${left} 696 400 696T${left + width} 650V${top + 40}Z`;
  pen.path(body, {
    fill: pen.linear('right', shade(finish, -0.4), shade(finish, 0.18), finish, shade(finish, -0.45)),
  });
  pen.path(body, { fill: pen.dots(9, 2.4, shade(finish, -0.55)), opacity: 0.6 });
  pen.ellipse(400, top + 40, width / 2, 44, {
    fill: pen.linear('down', shade(finish, -0.1), shade(finish, -0.5)),
  });
  pen.ellipse(400, top + 36, width / 2 - 22, 33, { fill: '#14161a' });
  pen.ellipse(400, top + 36, width / 2 - 34, 27, {
    stroke: pen.linear('right', pen.accent, shade(pen.accent, 0.5), pen.accent),
    width: 5,
  });
  pen.path(d`M376 ${top + 36}h48M400 ${top + 24}v24`, { stroke: '#fff', width: 5, opacity: 0.7 });
  pen.rect(left + width * 0.36, 560, width * 0.28, 26, { r: 13, fill: shade(finish, 0.3), opacity: 0.85 });
}

function drawSoundBar(pen: Pen): void {
  const { finish } = pen;
  pen.shadow(400, 596, 380, 36, 0.45);
  pen.block(60, 430, 680, 160, 36);
  pen.rect(76, 446, 648, 128, { r: 26, fill: shade(finish, -0.5) });
  pen.rect(76, 446, 648, 128, { r: 26, fill: pen.dots(9, 2.6, shade(finish, -0.78)) });
  pen.rect(76, 446, 648, 60, { r: 26, fill: '#fff', opacity: 0.06 });
  for (let light = 0; light < 4; light += 1) led(pen, 364 + light * 24, 556, 3.5);
  pen.block(320, 250, 160, 182, 24);
  pen.rect(332, 262, 136, 158, { r: 16, fill: pen.dots(9, 2.6, shade(finish, -0.6)) });
}

function drawMicrophone(pen: Pen): void {
  const { finish, random } = pen;
  const round = random.chance(0.5);
  const width = random.between(150, 190);
  const left = 400 - width / 2;
  pen.shadow(400, 712, 200, 28, 0.45);
  pen.ellipse(400, 704, 140, 20, { fill: shade(finish, -0.5) });
  pen.ellipse(400, 694, 140, 20, {
    fill: pen.linear('right', shade(finish, -0.1), shade(finish, 0.25), shade(finish, -0.2)),
  });
  pen.rect(388, 520, 24, 176, { r: 8, fill: pen.linear('right', '#5c626b', '#c9cdd3', '#50555d') });
  pen.path(d`M${left - 44} 330V420Q${left - 44} 580 400 580T${left + width + 44} 420V330`, {
    stroke: pen.linear('right', '#3b4048', '#8d939c', '#33373e'),
    width: 18,
  });
  const radius = round ? width / 2 : 34;
  pen.block(left, 330, width, 210, radius);
  pen.rect(left, 110, width, 260, {
    r: radius,
    fill: pen.linear('right', '#41464e', '#c4c8ce', '#8a9099', '#363a41'),
  });
  pen.rect(left, 110, width, 260, { r: radius, fill: pen.dots(10, 3.2, '#1b1e23') });
  pen.rect(left, 340, width, 26, {
    fill: pen.linear('right', shade(finish, -0.35), shade(finish, 0.35), shade(finish, -0.35)),
  });
  led(pen, 400, 420, 5);
  pen.circle(400, 476, 22, { fill: pen.linear('down', '#e3e6ea', '#7d838c') });
}

export const audio = {
  headphones: { front: drawHeadphones, focus: [590, 540, 2] },
  earbuds: { front: drawEarbuds, focus: [440, 400, 1.8] },
  speaker: { front: drawSpeaker, focus: [440, 460, 1.9] },
  microphone: { front: drawMicrophone, focus: [420, 320, 2] },
} satisfies Record<string, Drawing>;
