import type { Page } from '@playwright/test';

/** A small PNG, drawn by the browser at hand. */
export async function drawPicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 640;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser cannot draw');
    context.fillStyle = '#d8c7a8';
    context.fillRect(0, 0, 640, 640);
    context.fillStyle = '#33415c';
    context.fillRect(160, 160, 320, 320);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}
