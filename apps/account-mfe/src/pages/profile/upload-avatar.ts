import { MAX_AVATAR_BYTES, uploadAvatarResult } from '@plaza/contracts';
import { profileMessages } from '../../profile/messages.ts';

const UPLOAD_TIMEOUT_MS = 60_000;

/**
 * Sends a picture of oneself. Answers where it is.
 * @throws an error whose message is for the person
 */
export async function uploadAvatar(file: File): Promise<string> {
  if (file.size > MAX_AVATAR_BYTES) throw new Error(profileMessages.profile.tooLarge);
  const answer = await fetch('/api/uploads/avatar', {
    method: 'POST',
    body: file,
    headers: { 'content-type': file.type || 'application/octet-stream' },
    signal: AbortSignal.timeout(UPLOAD_TIMEOUT_MS),
  })
    .then((response) => response.json())
    .then((body) => uploadAvatarResult.parse(body))
    .catch(() => null);
  if (!answer) throw new Error(profileMessages.failed);
  if (!answer.ok) throw new Error(answer.message);
  return answer.avatarUrl;
}
