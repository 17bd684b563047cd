import { recipeWords } from '../../words/recipes';
import { CodeBlock } from '../CodeBlock';
import { Marked } from '../../parts/Marked';
import { AddressRecipe } from './AddressRecipe';
import { type Recipe, recipes } from './recipes';

export function RecipesSection({ conversation }: { conversation?: string }) {
  return (
    <>
      <p className="max-w-prose text-sm text-muted">{recipeWords.lead}</p>
      {conversation !== undefined && <AddressRecipe conversation={conversation} />}
      {recipes.map((recipe) => (
        <RecipeCard key={recipe.id} recipe={recipe} />
      ))}
    </>
  );
}

function RecipeCard({ recipe: { id, words, files } }: { recipe: Recipe }) {
  const { title, steps, note } = words;
  return (
    <section aria-labelledby={`recipe-${id}`} className="card mt-3 p-4">
      <h3 id={`recipe-${id}`} className="font-medium">
        {title}
      </h3>
      <ol className="mt-1 max-w-prose list-decimal space-y-1 ps-5 text-sm">
        {steps.map((step) => (
          <li key={step} className="break-words">
            <Marked text={step} />
          </li>
        ))}
      </ol>
      {files.map(({ name, code }) => (
        <CodeBlock key={name} title={name} code={code} />
      ))}
      {note !== undefined && (
        <p className="mt-2 max-w-prose text-sm text-muted">
          <Marked text={note} />
        </p>
      )}
    </section>
  );
}
