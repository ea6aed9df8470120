import type { HttpBindings } from '@hono/node-server';
import type { uploadPictureResult } from '@plaza/contracts';
import type { Context } from 'hono';
import type { z } from 'zod';
import { errorAnswer } from './http-errors.ts';

type Refusal = Extract<z.input<typeof uploadPictureResult>, { ok: false }>;
export type UploadContext = Context<{ Bindings: HttpBindings }>;

/** What a multipart body adds around the picture. */
const ENVELOPE_BYTES = 64 * 1024;

/**
 * Takes one picture, as the body itself or as the first file of a form.
 * @param recode writes anew what can be seen; null when that is no picture, whatever it is called
 * @returns the picture, or the answer that refuses it: 400 nothing sent, 411 no length, 413 too large, 415 no picture
 */
export async function takeUpload<Picture>(
  c: UploadContext,
  maxBytes: number,
  recode: (bytes: Uint8Array) => Promise<Picture | null>,
): Promise<Picture | Response> {
  const length = Number(c.req.header('content-length'));
  if (!Number.isInteger(length)) return errorAnswer(411, 'State the length of the picture.');
  const tooLarge = () =>
    refuse(c, 413, 'too_large', `Pictures may have at most ${maxBytes / 1024 / 1024} MB.`);
  if (length > maxBytes + ENVELOPE_BYTES) return tooLarge();
  const body = await readBody(c);
  if (body === 'malformed') return errorAnswer(400, 'The form could not be read.');
  if (!body || body.length === 0) return refuse(c, 400, 'nothing_sent', 'Choose a picture first.');
  if (body.length > maxBytes) return tooLarge();
  return (await recode(body)) ?? refuse(c, 415, 'not_a_picture', 'Send a JPEG, PNG, WebP or AVIF picture.');
}

async function readBody(c: UploadContext): Promise<Uint8Array | null | 'malformed'> {
  if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
    return new Uint8Array(await c.req.arrayBuffer());
  try {
    const form = await c.req.formData();
    for (const value of form.values()) {
      if (value instanceof File) return new Uint8Array(await value.arrayBuffer());
    }
    return null;
  } catch {
    return 'malformed';
  }
}

const refuse = (c: UploadContext, status: 400 | 413 | 415, code: Refusal['code'], message: string) =>
  c.json({ ok: false, code, message } satisfies Refusal, status, {
    'cache-control': 'no-store',
    // The rest of what is too large is not read.
    ...(status === 413 && { connection: 'close' }),
  });
