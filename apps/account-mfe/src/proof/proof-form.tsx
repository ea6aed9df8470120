import type { BeginProofResult, StepUpKind } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { RadioCards } from '@plaza/ui/radio-cards';
import { type ReactNode, useState } from 'react';
import { CodeProof } from './code-proof.tsx';
import { proofMessages as texts } from './messages.ts';
import { PasskeyProof } from './passkey-proof.tsx';
import { SentCodeProof } from './sent-code-proof.tsx';

type Sendable = 'passkey' | 'email_code' | 'sms_code';
/** As the market takes it; it says itself what is wrong with one. */
type ShownProof =
  | { kind: 'passkey'; answer: PasskeyAnswer }
  | { kind: 'password'; password: string }
  | { kind: 'totp' | 'email_code' | 'sms_code' | 'recovery_code'; code: string };
interface PasskeyAnswer {
  id: string;
  rawId: string;
  type: 'public-key';
  response: {
    clientDataJSON: string;
    authenticatorData: string;
    signature: string;
    userHandle?: string;
  };
}

interface Offer {
  kind: StepUpKind;
  hint: string | null;
}

interface ProofFormProps {
  /** Strongest first: the first one is asked for. */
  offers: readonly Offer[];
  begin: (kind: Sendable) => Promise<BeginProofResult>;
  /** Whether the password is asked for beside a code. */
  withPassword?: boolean;
  /** Shows the proof. What is wrong comes back by `problem`. */
  show: (proof: ShownProof, password?: string) => void;
  busy: boolean;
  problem: string | null;
  /** Between the field and the button. */
  children?: ReactNode;
}

/** What each way to show who one is needs from the form. */
export interface WayProps {
  offer: Offer;
  begin: ProofFormProps['begin'];
  withPassword?: boolean;
  show: ProofFormProps['show'];
  busy: boolean;
  children?: ReactNode;
}

/** Asks for one of several proofs, the strongest first; the others are one press away. */
export function ProofForm({ offers, problem, ...way }: ProofFormProps) {
  const [kind, setKind] = useState(offers[0]?.kind);
  const [isChoosing, setIsChoosing] = useState(false);
  const offer = offers.find((one) => one.kind === kind) ?? offers[0];
  if (!offer) return null;
  return (
    <div className="flex flex-col gap-5">
      {isChoosing ? (
        <RadioCards
          legend={texts.choose}
          options={offers.map(({ kind: value, hint }) => ({
            value,
            label: texts.kinds[value].name,
            description: hint
              ? texts.kindWithHint(texts.kinds[value].text.replace(/\.$/, ''), hint)
              : texts.kinds[value].text,
          }))}
          value={offer.kind}
          onChange={setKind}
        />
      ) : (
        <p className="text-sm text-ink-muted">{texts.kinds[offer.kind].text}</p>
      )}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Way key={offer.kind} offer={offer} {...way} />
      {!isChoosing && offers.length > 1 && (
        <Button variant="link" className="self-center text-sm" onClick={() => setIsChoosing(true)}>
          {texts.otherWay}
        </Button>
      )}
    </div>
  );
}

function Way(props: WayProps) {
  switch (props.offer.kind) {
    case 'passkey':
      return <PasskeyProof {...props} />;
    case 'email_code':
    case 'sms_code':
      return <SentCodeProof {...props} kind={props.offer.kind} />;
    default:
      return <CodeProof {...props} kind={props.offer.kind} />;
  }
}
