import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';

export { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill } from '@simplewebauthn/browser';

/** Options as the market sends them. */
type Sent = Record<string, unknown>;

// The market has made them for `navigator.credentials`, which looks at every part itself.
const isRequest = (
  options: Sent | PublicKeyCredentialRequestOptionsJSON,
): options is PublicKeyCredentialRequestOptionsJSON => 'challenge' in options;
const isCreation = (
  options: Sent | PublicKeyCredentialCreationOptionsJSON,
): options is PublicKeyCredentialCreationOptionsJSON => 'challenge' in options && 'rp' in options;

/**
 * Lets a passkey answer.
 * @param isOffered waits until somebody chooses one among what the browser fills in, instead of asking at once
 * @throws when nobody wants to, or no passkey fits
 */
export async function answerWithPasskey(options: Sent, isOffered = false) {
  if (!isRequest(options)) throw new Error('These are no options of a passkey.');
  const { id, rawId, type, response } = await startAuthentication({
    optionsJSON: options,
    useBrowserAutofill: isOffered,
  });
  return { id, rawId, type, response };
}

/** Makes a passkey. @throws when nobody wants to, or the device has one of this account already */
export async function createPasskey(options: Sent) {
  if (!isCreation(options)) throw new Error('These are no options of a passkey.');
  const { id, rawId, type, response } = await startRegistration({ optionsJSON: options });
  const { clientDataJSON, attestationObject, transports = [] } = response;
  return { id, rawId, type, response: { clientDataJSON, attestationObject, transports } };
}

/** Ends what waits for a passkey. */
export const stopWaiting = (): void => WebAuthnAbortService.cancelCeremony();
