"use client";

import { createContext, useContext } from "react";

export const FormErrors = createContext<Readonly<Record<string, string>>>({});

/** What the last answer said about a field of the surrounding form. */
export function useFieldError(name: string): string | undefined {
  return useContext(FormErrors)[name];
}
