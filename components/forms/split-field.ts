import type { FieldProps } from "@/components/ui/field";

/** The part of the properties that belongs to label, hint and error, and the control's own part. */
export function splitField<Props extends FieldProps>(
  props: Props,
): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { name, label, hint, error, optional, scope, className, ...control } = props;
  return [{ name, label, hint, error, optional, scope, className }, control];
}
