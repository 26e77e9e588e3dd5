/** Who is signed in, as the header shows it. */
export interface Viewer {
  name: string;
  roleLabel: string;
  /** Names of the units from the widest to the viewer's own. */
  unitTrail: readonly string[];
}
