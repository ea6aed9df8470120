import { type Picture, uploadPictureResult } from '@plaza/contracts';

const UPLOAD_URL = '/api/uploads/pictures';
const UPLOAD_TIMEOUT_MS = 120_000;

export type UploadOutcome = { ok: true; picture: Picture } | { ok: false; message: string | null };

/**
 * Sends one picture. By XMLHttpRequest, because fetch does not tell how much is sent.
 * @param onProgress share that is sent, 0 to 1
 * @returns what the server answered; `message` is null when it could not be reached
 */
export function uploadPicture(file: File, onProgress: (share: number) => void): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', UPLOAD_URL);
    request.timeout = UPLOAD_TIMEOUT_MS;
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => resolve(readAnswer(request.responseText)));
    for (const failure of ['error', 'timeout', 'abort'] as const) {
      request.addEventListener(failure, () => resolve({ ok: false, message: null }));
    }
    request.send(file);
  });
}

function readAnswer(text: string): UploadOutcome {
  try {
    const answer = uploadPictureResult.parse(JSON.parse(text));
    return answer.ok ? answer : { ok: false, message: answer.message };
  } catch {
    return { ok: false, message: null };
  }
}
