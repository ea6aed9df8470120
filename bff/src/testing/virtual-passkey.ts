import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

const FLAG = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();
const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

interface Asked {
  challenge: string;
  origin?: string;
  rpId?: string;
}
interface Answering extends Asked {
  isVerified?: boolean;
  /** As if a copy of the passkey, or one that was put back, were used. */
  counter?: number;
}

/** A passkey as a device keeps it: it answers what a browser would hand to it. */
export function createVirtualPasskey(accountId: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  const clientData = (type: string, { challenge, origin = 'http://plaza.test' }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (rpId: string, flags: number, count: number) => {
    const head = Buffer.alloc(37);
    sha256(rpId).copy(head);
    head.writeUInt8(flags, 32);
    head.writeUInt32BE(count, 33);
    return head;
  };
  const credential = { id: encode(id), rawId: encode(id), type: 'public-key', clientExtensionResults: {} };
  return {
    id: encode(id),
    create: (asked: Asked) => {
      const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
        [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const flags = FLAG.present | FLAG.verified | FLAG.attested | FLAG.backupEligible | FLAG.backedUp;
      const authData = Buffer.concat([
        authenticatorData(asked.rpId ?? 'plaza.test', flags, counter),
        Buffer.alloc(16),
        length,
        id,
        isoCBOR.encode(cose),
      ]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      const attestationObject = encode(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0]));
      const clientDataJSON = encode(clientData('webauthn.create', asked));
      return { ...credential, response: { clientDataJSON, attestationObject, transports: ['internal'] } };
    },
    answer: ({ isVerified = true, ...asked }: Answering) => {
      counter = asked.counter ?? counter + 1;
      const flags = FLAG.present | (isVerified ? FLAG.verified : 0) | FLAG.backupEligible | FLAG.backedUp;
      const data = authenticatorData(asked.rpId ?? 'plaza.test', flags, counter);
      const client = clientData('webauthn.get', asked);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: encode(client),
        authenticatorData: encode(data),
        signature: encode(signature),
        userHandle: encode(Buffer.from(accountId)),
      };
      return { ...credential, response };
    },
  };
}
