/** A value that can be taken with one press, and the words of the button. */
export interface Offer {
  value: string;
  label: string;
}

/** What there is to say about a value as it is typed. */
export interface ValueCheck {
  /** what is wrong, in words; the form is held back while there is something */
  error?: string;
  /** what is worth a second look, or how it will be written */
  hints?: readonly string[];
  offers?: readonly Offer[];
}
