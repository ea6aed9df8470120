import { Dialog } from '@plaza/ui/dialog';
import { releaseMessages } from '../releases/messages.ts';
import { StepForm } from './step-form.tsx';
import { versionOf, type WantedStep } from './wanted-step.ts';

export interface StepDialogProps {
  frontend: string;
  /** The dialog is closed without one. */
  wanted: WantedStep | null;
  onClose: () => void;
}

/** Says what a step does, and asks for its reason. */
export function StepDialog({ frontend, wanted, onClose }: StepDialogProps) {
  const texts = wanted && releaseMessages.steps[wanted.kind];
  return (
    <Dialog
      open={wanted !== null}
      onClose={onClose}
      title={texts && wanted ? texts.title(versionOf(wanted)) : ''}
      description={texts?.text}
    >
      {wanted && <StepForm frontend={frontend} wanted={wanted} onClose={onClose} />}
    </Dialog>
  );
}
