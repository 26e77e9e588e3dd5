/** Who is signed in, as the header shows it. */
export interface Viewer {
  /** The account; what it keeps in this browser lies under it. Null: nobody's, as in a sample. */
  id: string | null;
  name: string;
  roleLabel: string;
  /** Names of the units from the widest to the viewer's own. */
  unitTrail: readonly string[];
}
