/** Questions before something is done: "really?", "why?". One at a time, answered by a promise. */
import { shallowRef } from 'vue';

export interface Question {
  title: string;
  /** What will happen, in a sentence or two. */
  text?: string;
  /** The verb on the button. */
  yes: string;
  /** It takes something away. */
  danger?: boolean;
  /** Asks for a reason, 1 to 500 characters. */
  reason?: { label?: string; hint?: string; suggestions?: string[] };
  /** What is shown while it is done, if that may take long. */
  working?: string;
  /** Does it while the question stays open: a failure is shown in it, and nothing that was typed is lost. */
  act?: (reason: string) => Promise<unknown>;
}

export interface Asked extends Question {
  answer: (reason: string | null) => void;
}

/** The question that is open. */
export const asked = shallowRef<Asked | null>(null);

function put(question: Question): Promise<string | null> {
  asked.value?.answer(null);
  return new Promise((resolve) => {
    asked.value = {
      ...question,
      answer: (reason) => {
        asked.value = null;
        resolve(reason);
      },
    };
  });
}

/** Asks for a yes. True once it was said, and `act` was done. */
export async function confirm(question: Omit<Question, 'reason'>): Promise<boolean> {
  return (await put(question)) !== null;
}

/** Asks for a reason; null if the person thought better of it. */
export function askReason(question: Question): Promise<string | null> {
  return put({ ...question, reason: question.reason ?? {} });
}
