import type { CompleteLanguage } from './languages.ts';

/**
 * German. Words of the field: Schwarm (swarm), Fisch (fish), Schule (school), Knoten (node), Verbindung (link), Anschluss
 * (port), Eingang and Ausgang (way in, way out), Lauf (run), Runde (round), Datensatz (dataset), Aufteilung (shard), Verteiler
 * (hub), Weiche (gate), Kaskade (cascade), Steuerung (controller), Störung (fault), Sonde (probe), Ziel (goal), Klasse (label,
 * class), Verlust (loss), Sicherheit (confidence), Sicherungspunkt (checkpoint), Rechenkern (engine), Rechenwerk (executor).
 * A person is addressed as Sie.
 */
export const german: CompleteLanguage = {
  code: 'de',
  capitalNouns: true,
  texts: {
    'Click a fish to kill, freeze or replace it.':
      'Klicken Sie auf einen Fisch: töten, einfrieren, ersetzen.',
    'Each its own best': 'Jeder sein bestes',
    'Learned per text': 'Gelernt je Text',
    Likelihood: 'Likelihood',
    'No port fits.': 'Kein Anschluss passt.',
    'No template has these words': 'Keine Vorlage enthält diese Wörter',
    'Others take over': 'Andere übernehmen',
    'Population-based': 'Populationsbasiert',
    Preview: 'Vorschau',
    Sentiment: 'Stimmung',
    'The run ended before its first evaluation.': 'Der Lauf endete vor seiner ersten Auswertung.',
    'The run failed.': 'Der Lauf ist gescheitert.',
    'The run failed: {0}': 'Der Lauf ist gescheitert: {0}',
    'Words are looked for in names, descriptions and architectures.':
      'Gesucht wird in Namen, Beschreibungen und Architekturen.',
    'agree with the consensus': 'stimmen mit dem Konsens überein',
    all: 'alle',
    'beginning of text': 'Textanfang',
    'end of text': 'Textende',
    'for good': 'für immer',
    'line break': 'Zeilenumbruch',
    never: 'nie',
    'predictions travel, examples stay': 'Vorhersagen reisen, Beispiele bleiben',
    ' ({0} to {1})': ' ({0} bis {1})',
    ' Did you mean "{0}"?': ' Meinten Sie „{0}“?',
    ' and ': ' und ',
    '"version" must be a whole number from 1, not {0}.':
      '„version“ muss eine ganze Zahl ab 1 sein, nicht {0}.',
    '"{0}" cannot be read: {1}.': '„{0}“ kann nicht gelesen werden: {1}.',
    '"{0}" cannot be the name of a file kept with a run.':
      '„{0}“ kann nicht der Name einer Datei sein, die mit einem Lauf aufbewahrt wird.',
    '"{0}" exchanges weights with others, and a fish like "{1}" is built differently: let it take the place of a fish that is built like it, or none.':
      '„{0}“ tauscht Gewichte mit anderen aus, und ein Fisch wie „{1}“ ist anders gebaut: Lassen Sie ihn den Platz eines Fisches einnehmen, der gebaut ist wie er, oder keinen.',
    '"{0}" has labels the swarm was not trained on: {1}. It knows {2}. Check the label column, or rename the labels.':
      '„{0}“ enthält Klassen, mit denen der Schwarm nicht trainiert wurde: {1}. Er kennt {2}. Prüfen Sie die Klassenspalte oder benennen Sie die Klassen um.',
    '"{0}" has more than {1} different keys; it cannot be read as a table.':
      '„{0}“ hat mehr als {1} verschiedene Schlüssel; als Tabelle ist das nicht lesbar.',
    '"{0}" has no column {1} for the {2}. Its columns are {3}, numbered from 0.':
      '„{0}“ hat keine Spalte {1} für {2}. Die Spalten sind {3}, gezählt ab 0.',
    '"{0}" has no readable row.': '„{0}“ hat keine lesbare Zeile.',
    '"{0}" has one column ({1}); classification needs a text and a label column. Check the delimiter (now {2}).':
      '„{0}“ hat nur eine Spalte ({1}); eine Klassifikation braucht eine Text- und eine Klassenspalte. Prüfen Sie das Trennzeichen (jetzt {2}).',
    '"{0}" has one column ({1}); classification needs a text and a label column. Check the delimiter.':
      '„{0}“ hat nur eine Spalte ({1}); eine Klassifikation braucht eine Text- und eine Klassenspalte. Prüfen Sie das Trennzeichen.',
    '"{0}" has spent an epsilon of {1} at delta {2}, more than the budget of {3}. Stop the run, or add noise next time.':
      '„{0}“ hat bei Delta {2} ein Epsilon von {1} verbraucht, mehr als das Budget von {3}. Halten Sie den Lauf an oder fügen Sie nächstes Mal Rauschen hinzu.',
    '"{0}" has {1}: too few to train on some and validate on others.':
      '„{0}“ hat {1}: zu wenig, um mit einem Teil zu lernen und mit dem anderen zu messen.',
    '"{0}" has {1}; at most {2} can be read. Use a part of it.':
      '„{0}“ hat {1}; lesbar sind höchstens {2}. Nehmen Sie einen Teil davon.',
    '"{0}" holds nothing but blank space.': '„{0}“ enthält nichts als Leerraum.',
    '"{0}" is a binary file, not text. Readable are CSV, TSV, JSONL, Parquet and plain text.':
      '„{0}“ ist eine Binärdatei, kein Text. Lesbar sind CSV, TSV, JSONL, Parquet und reiner Text.',
    '"{0}" is a client of "{1}", so its examples must stay with it, but "{2}" would have one of them too. Give every fish a part of its own.':
      '„{0}“ ist ein Client von „{1}“, seine Beispiele müssen also bei ihm bleiben, aber auch „{2}“ bekäme eines davon. Geben Sie jedem Fisch einen eigenen Teil.',
    '"{0}" is a client of the federated server "{1}", so no other fish may read its examples. Give the shard "{2}" spare parts before a run for fish that join it, or replace the fish instead.':
      '„{0}“ ist ein Client des föderierten Servers „{1}“, darum darf kein anderer Fisch seine Beispiele lesen. Geben Sie der Aufteilung „{2}“ vor dem Lauf Reserveteile für Fische, die dazukommen, oder ersetzen Sie stattdessen den Fisch.',
    '"{0}" is a folder. Choose a file in it.': '„{0}“ ist ein Ordner. Wählen Sie eine Datei darin.',
    '"{0}" is empty (0 bytes).': '„{0}“ ist leer (0 Byte).',
    '"{0}" is no regime: write the round, a colon, and the classes, as in "11: music, space".':
      '„{0}“ ist keine Phase: Schreiben Sie die Runde, einen Doppelpunkt und die Klassen, etwa „11: Musik, Raumfahrt“.',
    '"{0}" is not a Parquet file: it does not begin with PAR1.':
      '„{0}“ ist keine Parquet-Datei: Sie beginnt nicht mit PAR1.',
    '"{0}" is not an ordinary file (but a device or pipe).':
      '„{0}“ ist keine gewöhnliche Datei (sondern ein Gerät oder eine Pipe).',
    '"{0}" is {1} fish, but one voice must answer for the swarm: put an aggregator such as an average in between.':
      '„{0}“ sind {1} Fische, aber für den Schwarm muss eine Stimme antworten: Setzen Sie einen Aggregator dazwischen, etwa einen Mittelwert.',
    '"{0}" is {1}, not a text file. Save or unpack it as CSV or JSONL first.':
      '„{0}“ ist {1}, keine Textdatei. Speichern oder entpacken Sie sie zuerst als CSV oder JSONL.',
    '"{0}" looks like a Parquet file, but cannot be read: {1}.':
      '„{0}“ sieht wie eine Parquet-Datei aus, kann aber nicht gelesen werden: {1}.',
    '"{0}" may not be read: its permissions forbid it.':
      '„{0}“ darf nicht gelesen werden: Die Zugriffsrechte verbieten es.',
    '"{0}" of {1}': '„{0}“ von {1}',
    '"{0}" of {1} already has its link: delete that one first.':
      '„{0}“ von {1} hat schon eine Verbindung: Löschen Sie zuerst diese.',
    '"{0}" of {1} goes to {2} only, and {3} is {4}.': '„{0}“ von {1} geht nur zu {2}, und {3} ist: {4}.',
    '"{0}" of {1} is no {2}: draw the link the other way round.':
      '„{0}“ von {1} ist kein {2}: Ziehen Sie die Verbindung andersherum.',
    '"{0}" of {1} takes {2} from {3} only, and {4} is {5}.':
      '„{0}“ von {1} nimmt {2} nur von {3}, und {4} ist: {5}.',
    '"{0}" of {1} takes {2}, but {3} are drawn.': '„{0}“ von {1} nimmt {2}, gezeichnet sind aber {3}.',
    '"{0}" of {1} takes {2}, but {3} gives {4} there.': '„{0}“ von {1} nimmt {2}, aber {3} gibt dort {4}.',
    '"{0}" {1}.': '„{0}“ {1}.',
    ', clip its gradient,': ', begrenzen Sie seinen Gradienten',
    ', fitness before: {0}': ', Fitness davor: {0}',
    ', round {0}': ', Runde {0}',
    '2 TP / (2 TP + FP + FN) of one class; published for up to 20 classes. A "/" in a label is written as "∕".':
      '2 TP / (2 TP + FP + FN) einer Klasse; veröffentlicht für bis zu 20 Klassen. Ein „/“ in einem Klassennamen wird als „∕“ geschrieben.',
    '8 bit': '8 Bit',
    '8 bits': '8 Bit',
    'A CSV, TSV, JSONL, Parquet or text file; a relative path starts at the folder of the swarm file.':
      'Eine CSV-, TSV-, JSONL-, Parquet- oder Textdatei; ein relativer Pfad beginnt beim Ordner der Schwarmdatei.',
    'A backslash in this text is not followed by a character JSON allows.':
      'Auf einen Rückstrich in diesem Text folgt kein Zeichen, das JSON erlaubt.',
    'A cascade of two schools: a cheap one of small fish is asked first, a costly one where the first is unsure. Four strangers in each school learn false labels, all the same ones, and are sure of them long before the honest seven are. Each school speaks through a robust aggregator, the geometric median of its voices. Measured in round 6: 94 % guarded, 4 % for the old school without its guard.':
      'Eine Kaskade aus zwei Schulen: Zuerst wird eine billige aus kleinen Fischen gefragt, eine teure dort, wo die erste unsicher ist. Vier Fremde in jeder Schule lernen falsche Klassen, alle dieselben, und sind sich ihrer sicher, lange bevor es die sieben ehrlichen sind. Jede Schule spricht durch einen robusten Aggregator, den geometrischen Median ihrer Stimmen. Gemessen in Runde 6: 94 % mit Schutz, 4 % für die alte Schule ohne ihn.',
    'A cascade sends whole texts up, but a language model is asked for every token and must have read all before it on every level, which would save nothing: average the fish instead.':
      'Eine Kaskade schickt ganze Texte nach oben, ein Sprachmodell wird aber bei jedem Token gefragt und muss auf jeder Stufe alles davor gelesen haben, was nichts spart: Mitteln Sie die Fische stattdessen.',
    'A centre through which fish talk: everybody hears the mean of everybody, at one message up and one down each.':
      'Eine Mitte, durch die Fische sprechen: Alle hören den Mittelwert von allen, mit je einer Nachricht hinauf und einer herunter.',
    'A classifier after every layer, all learning together (BranchyNet, arXiv 1709.01686). A cascade that hears this fish asks its layers one after the other and stops at the first that is sure.':
      'Ein Klassifikator nach jeder Schicht, die alle zusammen lernen (BranchyNet, arXiv 1709.01686). Eine Kaskade, die diesen Fisch hört, fragt seine Schichten eine nach der anderen und hält bei der ersten an, die sicher ist.',
    'A consensus is one of class scores, and fish that model language have no classes: let weights travel.':
      'Ein Konsens besteht aus Klassenwerten, und Fische, die Sprache modellieren, haben keine Klassen: Lassen Sie Gewichte reisen.',
    'A continuation has a whole number of tokens from 0 to {0}, not {1}.':
      'Eine Fortsetzung hat eine ganze Zahl von Tokens von 0 bis {0}, nicht {1}.',
    'A copy learns at a rate that is larger or smaller by this share.':
      'Eine Kopie lernt mit einer Rate, die um diesen Anteil größer oder kleiner ist.',
    "A dataset that is no fish's own: everyone may read it. Its labels are used only where clients first learn it.":
      'Ein Datensatz, der keinem Fisch gehört: Alle dürfen ihn lesen. Seine Klassen werden nur benutzt, wo Clients ihn zuerst lernen.',
    'A dead fish is replaced by offspring of the living at the next generation.':
      'Ein toter Fisch wird in der nächsten Generation durch einen Nachkommen der lebenden ersetzt.',
    'A draft could not be read and was left alone: {0}.':
      'Ein Entwurf konnte nicht gelesen werden und blieb unangetastet: {0}.',
    'A fish like "{0}" cannot read the share of "{1}": their examples come from different nodes.':
      'Ein Fisch wie „{0}“ kann den Teil von „{1}“ nicht lesen: Ihre Beispiele kommen von verschiedenen Knoten.',
    'A fish of one layer has one answer only: give it more layers, or take the exits away.':
      'Ein Fisch mit einer Schicht hat nur eine Antwort: Geben Sie ihm mehr Schichten oder nehmen Sie die Ausgänge weg.',
    'A fish reads a probability for each class of the text, but a language model answers every token with a whole vocabulary: let it learn from the others\' predictions ("Hears") or take in their states ("Senses") instead.':
      'Ein Fisch liest eine Wahrscheinlichkeit für jede Klasse des Textes, ein Sprachmodell beantwortet aber jedes Token mit einem ganzen Vokabular: Lassen Sie ihn stattdessen aus den Vorhersagen der anderen lernen („Hört“) oder ihre Zustände aufnehmen („Nimmt wahr“).',
    "A fresh expert enters when more than this share of the gate's answers is wrong.":
      'Ein frischer Experte kommt hinzu, wenn mehr als dieser Anteil der Antworten der Weiche falsch ist.',
    'A group changes what you see, not how the swarm runs.':
      'Eine Gruppe ändert, was Sie sehen, nicht wie der Schwarm läuft.',
    'A hierarchy: the cheapest level (a fish, an early exit of one, an aggregator) that is sure enough answers, the rest goes up; if a level dies the next takes over.':
      'Eine Hierarchie: Die billigste Stufe (ein Fisch, ein früher Ausgang von ihm, ein Aggregator), die sicher genug ist, antwortet, der Rest geht weiter nach oben; stirbt eine Stufe, übernimmt die nächste.',
    'A language model has no classes. Its perplexity and accuracy are under Learning.':
      'Ein Sprachmodell hat keine Klassen. Perplexität und Genauigkeit stehen unter „Lernen“.',
    'A language model has no labels to flip: corrupt the fish by noise or by its sign.':
      'Ein Sprachmodell hat keine Klassen, die man verfälschen könnte: Stören Sie den Fisch durch Rauschen oder kehren Sie sein Vorzeichen um.',
    'A level answers a text if it is at least this sure; else the text goes up to the next. 0: the cheapest answers everything, 1: the costliest does.':
      'Eine Stufe beantwortet einen Text, wenn sie mindestens so sicher ist; sonst geht er zur nächsten. 0: die billigste beantwortet alles, 1: die teuerste.',
    'A middle that a minority of fish that lie or are broken cannot move far.':
      'Eine Mitte, die eine Minderheit lügender oder defekter Fische nicht weit verschieben kann.',
    'A mixture of experts: sends each text to the fish that know it, or follows who is right at the moment.':
      'Eine Mischung von Experten: schickt jeden Text zu den Fischen, die sich damit auskennen, oder folgt denen, die gerade recht haben.',
    'A new link needs new programs.': 'Eine neue Verbindung braucht neue Programme.',
    'A new node needs programs of its own. Raise the count of a node of fish to add fish like those there are.':
      'Ein neuer Knoten braucht eigene Programme. Erhöhen Sie die Anzahl eines Fischknotens, um Fische wie die vorhandenen hinzuzufügen.',
    'A new node that fits…': 'Ein neuer Knoten, der passt …',
    'A node that you drag stops where its edges or its middle are level with those of others. Ctrl lets it go freely.':
      'Ein gezogener Knoten hält dort an, wo seine Kanten oder seine Mitte auf gleicher Höhe mit denen anderer sind. Mit Strg bewegt er sich frei.',
    'A note for people, saved with the swarm.':
      'Eine Notiz für Menschen, die mit dem Schwarm gespeichert wird.',
    'A note for people. It is saved with the swarm and never part of a run.':
      'Eine Notiz für Menschen. Sie wird mit dem Schwarm gespeichert und ist nie Teil eines Laufs.',
    'A note on the canvas.': 'Eine Notiz auf der Fläche.',
    'A note: what was tried, what came of it': 'Eine Notiz: was probiert wurde, was daraus wurde',
    'A pair of fish has two ends: name both "from" and "to", or neither.':
      'Ein Fischpaar hat zwei Enden: Nennen Sie „from“ und „to“ oder keines von beiden.',
    'A population needs two fish at least, but only {0} is linked, which is one: make a school of it, or link more fish.':
      'Eine Population braucht mindestens zwei Fische, verbunden ist aber nur {0}, und das ist einer: Machen Sie eine Schule daraus oder verbinden Sie mehr Fische.',
    'A population of eight fish in four pairs, of learning rates from far too small to far too large. Every second round from the third on the worst fish copies the best, and goes on at a rate a little larger or smaller: population based training. Measured: the mean fish rises from 60 % at the first generation to 94 %.':
      'Eine Population aus acht Fischen in vier Paaren mit Lernraten von viel zu klein bis viel zu groß. Ab der dritten Runde kopiert in jeder zweiten der schlechteste Fisch den besten und lernt mit einer etwas größeren oder kleineren Rate weiter: Population Based Training. Gemessen: Der mittlere Fisch steigt von 60 % bei der ersten Generation auf 94 %.',
    'A port of a kind this version does not know.': 'Ein Anschluss einer Art, die diese Version nicht kennt.',
    'A quotation mark is not closed, or text follows the closing one.':
      'Ein Anführungszeichen ist nicht geschlossen, oder hinter dem schließenden folgt Text.',
    'A regime of the dataset "{0}" names the class "{1}", but the dataset has no such rows. Its classes: {2}.':
      'Eine Phase des Datensatzes „{0}“ nennt die Klasse „{1}“, der Datensatz hat aber keine solchen Zeilen. Seine Klassen: {2}.',
    'A round': 'Eine Runde',
    'A round: local learning, talk, decision, evaluation.':
      'Eine Runde: lokales Lernen, Gespräch, Entscheidung, Auswertung.',
    'A row must have room for {0} tokens at least, not {1}.':
      'Eine Zeile muss Platz für mindestens {0} Tokens haben, nicht {1}.',
    'A run writes down here what happens to it: its start, faults, your commands, checkpoints, its end.':
      'Ein Lauf schreibt hier auf, was ihm geschieht: seinen Beginn, Störungen, Ihre Befehle, Sicherungspunkte, sein Ende.',
    'A school has at most {0} fish, and these are {1}.':
      'Eine Schule hat höchstens {0} Fische, und dies sind {1}.',
    'A separate file to measure on; empty: a part of the training rows is kept for it.':
      'Eine eigene Datei zum Messen; leer: ein Teil der Trainingszeilen wird dafür zurückgehalten.',
    'A server or hub whose client it is itself.':
      'Ein Server oder Verteiler, dessen Client dieser selbst ist.',
    'A server that joins what its clients learned: weights (or predictions on public text) travel, examples stay.':
      'Ein Server, der zusammenführt, was seine Clients gelernt haben: Gewichte (oder Vorhersagen zu öffentlichem Text) reisen, Beispiele bleiben.',
    'A single fish has no school to follow: its {0} does nothing. Make it a school of several, or set it to 0.':
      'Ein einzelner Fisch hat keine Schule, der er folgen könnte: {0} bewirkt nichts. Machen Sie eine Schule aus mehreren daraus oder setzen Sie den Wert auf 0.',
    'A small model that learns what to make of the predictions (Wolpert 1992): whom to believe about which class.':
      'Ein kleines Modell, das lernt, was von den Vorhersagen zu halten ist (Wolpert 1992): wem bei welcher Klasse zu glauben ist.',
    'A spare takes over': 'Ein Ersatzfisch übernimmt',
    'A straggler takes part in every so-many-th local step only.':
      'Ein Nachzügler macht nur jeden so vielten lokalen Schritt mit.',
    'A swarm file holds at most {0} "{1}", but this one has {2}.':
      'Eine Schwarmdatei enthält höchstens {0} „{1}“, diese aber {2}.',
    'A swarm file holds one JSON object, but this is {0}.':
      'Eine Schwarmdatei enthält ein JSON-Objekt, dies ist aber {0}.',
    'A swarm has one goal, and {0} is already there: delete one of them.':
      'Ein Schwarm hat ein Ziel, und {0} ist schon da: Löschen Sie eines von beiden.',
    'A table of the answers appears here; a click on a row shows it on the canvas.':
      'Hier erscheint eine Tabelle der Antworten; ein Klick auf eine Zeile zeigt sie auf der Fläche.',
    'A target of {0} cannot be reached: accuracy and F1 go from 0 to 1.':
      'Ein Zielwert von {0} ist nicht erreichbar: Genauigkeit und F1 gehen von 0 bis 1.',
    'A task generated here, which runs at once, or a file of your own.':
      'Eine hier erzeugte Aufgabe, die sofort läuft, oder eine eigene Datei.',
    'A text of validation that the swarm answers wrongly':
      'Ein Text der Validierung, den der Schwarm falsch beantwortet',
    'A text runs over the end of its line; a quotation mark is missing.':
      'Ein Text geht über das Ende seiner Zeile hinaus; ein Anführungszeichen fehlt.',
    'A transformer: an encoder that classifies, or a causal decoder that models language. Or a school of several.':
      'Ein Transformer: ein Encoder, der klassifiziert, oder ein kausaler Decoder, der Sprache modelliert. Oder eine Schule aus mehreren.',
    'A try is worth': 'Ein Versuch ist wert',
    'A vote names one winner and gives no probabilities, so language modelling cannot use it: average the fish instead.':
      'Eine Abstimmung nennt einen Sieger und keine Wahrscheinlichkeiten, für Sprachmodellierung taugt sie darum nicht: Mitteln Sie die Fische stattdessen.',
    'A weighted mean: fixed weights, weights from validation, or weights learned by Hedge.':
      'Ein gewichtetes Mittel: feste Gewichte, Gewichte aus der Validierung oder von Hedge gelernte.',
    'A zoom in one chart is one in all': 'Ein Zoom in einem Diagramm gilt für alle',
    'A {0} has no "{1}".': '{0} hat kein „{1}“.',
    'About this template': 'Über diese Vorlage',
    'Acc.': 'Gen.',
    Accuracy: 'Genauigkeit',
    'Accuracy of an early exit': 'Genauigkeit eines frühen Ausgangs',
    'Accuracy of the best live fish; language modelling: loss of the best live fish.':
      'Genauigkeit des besten lebenden Fisches; Sprachmodellierung: Verlust des besten lebenden Fisches.',
    'Accuracy of the swarm minus that of the best live fish; language modelling: loss of the best fish minus that of the swarm. Above 0: the swarm knows more than any of its fish.':
      'Genauigkeit des Schwarms minus die des besten lebenden Fisches; Sprachmodellierung: Verlust des besten Fisches minus der des Schwarms. Über 0 weiß der Schwarm mehr als jeder seiner Fische.',
    'Accuracy of the worst live fish; language modelling: loss of the worst live fish.':
      'Genauigkeit des schlechtesten lebenden Fisches; Sprachmodellierung: Verlust des schlechtesten lebenden Fisches.',
    'Accuracy over validation of the classifier after so many layers, by itself.':
      'Genauigkeit des Klassifikators nach so vielen Schichten auf der Validierung, für sich allein.',
    'Accuracy that one more open link must bring.':
      'Genauigkeit, die eine weitere offene Verbindung bringen muss.',
    'Accuracy, training': 'Genauigkeit, Training',
    Actions: 'Aktionen',
    Activation: 'Aktivierung',
    'Acts in every k-th round only.': 'Wirkt nur in jeder k-ten Runde.',
    AdamW: 'AdamW',
    'AdamW (arXiv 1711.05101), or stochastic gradient descent with momentum.':
      'AdamW (arXiv 1711.05101) oder stochastischer Gradientenabstieg mit Impuls.',
    "AdamW's memory of the gradient.": 'Gedächtnis von AdamW für den Gradienten.',
    "AdamW's memory of the squared gradient.": 'Gedächtnis von AdamW für den quadrierten Gradienten.',
    Adapt: 'Anpassen',
    'Adaptive, in time': 'Anpassend, mit der Zeit',
    'Add a dataset': 'Datensatz hinzufügen',
    'Add a fish': 'Fisch hinzufügen',
    'Add a fish to the running swarm': 'Dem laufenden Schwarm einen Fisch hinzufügen',
    'Add a fish without links': 'Fisch ohne Verbindungen hinzufügen',
    'Add a goal': 'Ziel hinzufügen',
    'Add a goal answered by {0}': 'Ziel hinzufügen, das {0} beantwortet',
    'Add a node': 'Knoten hinzufügen',
    'Add a node here': 'Hier einen Knoten hinzufügen',
    'Add a node that fits this port…': 'Knoten hinzufügen, der an diesen Anschluss passt …',
    'Add a node that fits…': 'Passenden Knoten hinzufügen …',
    'Add a node…': 'Knoten hinzufügen …',
    'Add a tag': 'Schlagwort hinzufügen',
    'Add an average of the fish': 'Mittelwert der Fische hinzufügen',
    'Add comment': 'Notiz hinzufügen',
    'Add noise instead': 'Stattdessen Rauschen hinzufügen',
    'Add noise to': 'Rauschen hinzufügen',
    'Add to the selection': 'Zur Auswahl hinzufügen',
    'Add {0}': '{0} hinzufügen',
    'Added last': 'Zuletzt hinzugefügt',
    'Adds learned noise while it learns (noisy top-k), so that every expert is tried.':
      'Fügt beim Lernen gelerntes Rauschen hinzu (Noisy Top-k), damit jeder Experte erprobt wird.',
    Advanced: 'Erweitert',
    'After all rounds': 'Nach allen Runden',
    'After all rounds, when the target is reached, or when nothing improves any more.':
      'Nach allen Runden, beim Erreichen des Zielwerts, oder wenn sich nichts mehr verbessert.',
    'After each of so many first rounds all fish take the mean of their weights, so that they part as descendants of one that has learnt from all their examples.':
      'Nach jeder von so vielen ersten Runden nehmen alle Fische den Mittelwert ihrer Gewichte an, sodass sie sich als Nachkommen eines Fisches trennen, der aus all ihren Beispielen gelernt hat.',
    'After the last generation each fish keeps its own best weights, or all take the best there ever were.':
      'Nach der letzten Generation behält jeder Fisch seine eigenen besten Gewichte, oder alle nehmen die besten, die es je gab.',
    'Against clients that err or lie: median or trimmed mean of each number (arXiv 1803.01498), geometric median (1912.13445), Krum or Multi-Krum (Blanchard 2017). Under skewed data Krum may follow one odd client.':
      'Gegen Clients, die irren oder lügen: Median oder getrimmtes Mittel jeder Zahl (arXiv 1803.01498), geometrischer Median (1912.13445), Krum oder Multi-Krum (Blanchard 2017). Bei schiefen Daten folgt Krum womöglich einem einzelnen Sonderling.',
    'Agreement with the consensus': 'Übereinstimmung mit dem Konsens',
    Algorithm: 'Verfahren',
    'Align bottom': 'Unten ausrichten',
    'Align centres': 'Mittig untereinander ausrichten',
    'Align left': 'Links ausrichten',
    'Align middles': 'Mittig nebeneinander ausrichten',
    'Align right': 'Rechts ausrichten',
    'Align top': 'Oben ausrichten',
    Alignment: 'Ausrichtung',
    All: 'Alle',
    'All about the fish': 'Alles über die Fische',
    'All alike': 'Alle gleich',
    'All fish of a swarm read the same pieces of text, but {0} has a context of {1} and {2} one of {3}.':
      'Alle Fische eines Schwarms lesen gleich lange Textstücke, aber {0} hat einen Kontext von {1} und {2} einen von {3}.',
    'All fish of a swarm read the same tokens, but {0} and {1} differ in "{2}".':
      'Alle Fische eines Schwarms lesen dieselben Tokens, aber {0} und {1} unterscheiden sich in „{2}“.',
    'All kinds': 'Alle Arten',
    'All runs…': 'Alle Läufe …',
    'All steps, to go back or forward to': 'Alle Schritte, zu denen Sie zurück oder vor können',
    'All that this fish learns from "{0}" learns too and knows by heart, so it cannot learn what its answers are worth: give both parts of their own by a shard.':
      'Alles, was dieser Fisch von „{0}“ lernt, lernt auch dieser und kann es auswendig, so lässt sich nicht lernen, was seine Antworten wert sind: Geben Sie beiden durch eine Aufteilung eigene Teile.',
    'All the best one': 'Alle den besten',
    'All training rows of {0} have the label {1}; classification needs two classes at least. Check the label column.':
      'Alle Trainingszeilen von {0} haben die Klasse {1}; eine Klassifikation braucht mindestens zwei. Prüfen Sie die Klassenspalte.',
    'All {0} of one node must be built alike, for their weights to have a mean, but {1} and {2} differ in "{3}" ({4} and {5}).':
      'Alle {0} eines Knotens müssen gleich gebaut sein, damit ihre Gewichte einen Mittelwert haben, aber {1} und {2} unterscheiden sich in „{3}“ ({4} und {5}).',
    'Alpha: the part of its way to the centre that a member goes each time. The paper takes beta divided by the number of members.':
      'Alpha: der Teil seines Weges zur Mitte, den ein Mitglied jedes Mal geht. Die Arbeit nimmt Beta geteilt durch die Zahl der Mitglieder.',
    'Alt drag': 'Alt + Ziehen',
    Ambiguity: 'Uneinigkeit',
    'Among {0} nobody can tell who lies: link at least 3 fish, or the node protects from nothing.':
      'Unter {0} kann niemand sagen, wer lügt: Verbinden Sie mindestens 3 Fische, sonst schützt der Knoten vor nichts.',
    'Amount of noise': 'Stärke des Rauschens',
    'An empty sea': 'Ein leeres Meer',
    'An empty swarm is no template.': 'Ein leerer Schwarm ist keine Vorlage.',
    'An example': 'Ein Beispiel',
    'An expert whose weight falls below this share of the largest leaves, and waits in reserve.':
      'Ein Experte, dessen Gewicht unter diesen Anteil des größten fällt, geht und wartet in Reserve.',
    'Another link already goes from {0} to {1}: one is enough; give that one more strength if you meant to.':
      'Von {0} nach {1} geht schon eine Verbindung: Eine genügt; geben Sie ihr mehr Stärke, wenn Sie das meinten.',
    Answer: 'Antwort',
    'Answer unlike the others, so that errors differ (negative correlation learning, Liu and Yao 1999).':
      'Antworten anders als die anderen, damit sich die Fehler unterscheiden (Negative Correlation Learning, Liu und Yao 1999).',
    'Answers of the fish': 'Antworten der Fische',
    'Answers of the school': 'Antworten der Schule',
    'Answers to the texts': 'Antworten auf die Texte',
    Apply: 'Anwenden',
    'Apply: {0}': 'Anwenden: {0}',
    Architecture: 'Architektur',
    'Arrange nodes': 'Knoten anordnen',
    'Arrange the selected nodes': 'Ausgewählte Knoten anordnen',
    'As the system': 'Wie das System',
    'Ask for a confidence of 0.9': 'Sicherheit von 0,9 verlangen',
    'Ask the swarm': 'Den Schwarm fragen',
    'Ask the swarm as it is now': 'Fragen Sie den Schwarm, wie er jetzt ist',
    'Ask {0}': '{0} fragen',
    'At a round': 'In einer Runde',
    'At a round of your choice, or at random: in every round each fish can be struck.':
      'In einer Runde Ihrer Wahl oder zufällig: In jeder Runde kann es jeden Fisch treffen.',
    'At each change the swarm is wrong for one evaluation, until the gate has seen who is right now; in round 25, when the first topics return, Module A still knows them and is back at once, while "One for all" has forgotten part of them and must learn them again. Try: kill one fish of Module A at round 20, and the other answers at the return; kill both of Module B at round 30; add a fish like those of Module A while the swarm runs; set the share of the gate (alpha) to 0 and see how it locks out whoever was wrong for long.':
      'Bei jedem Wechsel liegt der Schwarm eine Auswertung lang falsch, bis die Weiche gesehen hat, wer nun recht hat; in Runde 25, wenn die ersten Themen wiederkehren, kennt Modul A sie noch und ist sofort wieder da, während „Einer für alles“ einen Teil vergessen hat und neu lernen muss. Probieren Sie: Töten Sie in Runde 20 einen Fisch von Modul A, und bei der Rückkehr antwortet der andere; töten Sie in Runde 30 beide von Modul B; fügen Sie im Lauf einen Fisch wie die von Modul A hinzu; setzen Sie den Anteil (Alpha) der Weiche auf 0 und sehen Sie, wie sie aussperrt, wer lange falsch lag.',
    'At first the thin lines lie far apart: Slow and Rash learn next to nothing. Generation after generation the worst is replaced, the mean fish climbs to the best one, and the best fitness never falls. Try: switch "Replace the dead" on, and kill a Brisk fish at round 10; breed by the genetic algorithm instead; run it without the evolution node and compare the mean fish of the two runs.':
      'Anfangs liegen die dünnen Linien weit auseinander: Langsam und Hastig lernen so gut wie nichts. Generation um Generation wird der schlechteste ersetzt, der mittlere Fisch steigt zum besten auf, und die beste Fitness sinkt nie. Probieren Sie: Schalten Sie „Tote ersetzen“ ein und töten Sie in Runde 10 einen flinken Fisch; züchten Sie stattdessen mit dem genetischen Verfahren; lassen Sie den Schwarm ohne den Evolutionsknoten laufen und vergleichen Sie den mittleren Fisch beider Läufe.',
    'At most {0} runs can be compared at once.': 'Höchstens {0} Läufe lassen sich zugleich vergleichen.',
    'At random': 'Zufällig',
    'At round': 'In Runde',
    'At the target': 'Beim Zielwert',
    Attention: 'Aufmerksamkeit',
    'Attention heads of a block; each looks at width / heads numbers.':
      'Aufmerksamkeitsköpfe eines Blocks; jeder betrachtet Breite / Köpfe Zahlen.',
    'Attraction up to': 'Anziehung bis',
    Automatic: 'Automatisch',
    Average: 'Mittelwert',
    'B misled': 'B irregeführt',
    'Back at round': 'Zurück in Runde',
    Balance: 'Ausgleich',
    'Bandits try one voice at a time; Hedge keeps a reputation of each; REINFORCE rewards a whole choice; difference rewards ask of each voice what the answer would have been without it (COMA, arXiv 1705.08926).':
      'Banditen probieren eine Stimme nach der anderen; Hedge führt für jede einen Ruf; REINFORCE belohnt eine ganze Wahl; Differenzbelohnungen fragen bei jeder Stimme, wie die Antwort ohne sie gelautet hätte (COMA, arXiv 1705.08926).',
    Baseline: 'Grundlinie',
    Batch: 'Batch',
    'Begin a text and press Enter': 'Text beginnen und Eingabetaste drücken',
    'Begin after round {0}': 'Nach Runde {0} beginnen',
    'Begin with a swarm': 'Mit einem Schwarm beginnen',
    'Best fish': 'Bester Fisch',
    'Best fitness ever': 'Beste Fitness überhaupt',
    'Best fitness of the generation': 'Beste Fitness der Generation',
    'Best of all': 'Bester von allen',
    Beta: 'Beta',
    'Beta 1': 'Beta 1',
    'Beta 2': 'Beta 2',
    'Beta: the part of its way to the mean of the members that the centre goes each time; 0: it stays where all began.':
      'Beta: der Teil ihres Weges zum Mittel der Mitglieder, den die Mitte jedes Mal geht; 0: Sie bleibt, wo alle begannen.',
    'Between classes with equally many votes: the one with more confidence, or the first class.':
      'Zwischen Klassen mit gleich vielen Stimmen: die mit mehr Sicherheit, oder die erste Klasse.',
    Blackout: 'Ausfall',
    Blend: 'Mischen',
    "Blend: a point between both parents' weights. Uniform: each weight from one of them. None: a copy of one parent.":
      'Mischen: ein Punkt zwischen den Gewichten beider Eltern. Gleichverteilt: jedes Gewicht von einem der beiden. Keine: die Kopie eines Elternteils.',
    Blue: 'Blau',
    'Both ends are ways in: end at a way out.': 'Beide Enden sind Eingänge: Enden Sie an einem Ausgang.',
    'Both ends are ways out: end at a way in.': 'Beide Enden sind Ausgänge: Enden Sie an einem Eingang.',
    'Bracket matching': 'Klammern prüfen',
    Brisk: 'Flink',
    Budget: 'Budget',
    'Built-in task': 'Eingebaute Aufgabe',
    'By a column': 'Nach einer Spalte',
    'By class': 'Nach Klasse',
    'By examples': 'Nach Beispielen',
    'By the examples they have (FedAvg), or all alike. With noise, or a robust method, all count alike.':
      'Nach der Zahl ihrer Beispiele (FedAvg) oder alle gleich. Mit Rauschen oder einem robusten Verfahren zählen alle gleich.',
    'Byte pairs (BPE)': 'Bytepaare (BPE)',
    Bytes: 'Bytes',
    'Bytes a round since the run began, at most {0}': 'Bytes je Runde seit Beginn des Laufs, höchstens {0}',
    'Bytes of the messages that crossed links between fish, hubs and servers in the round, as compressed: 4 a number where they are not.':
      'Bytes der Nachrichten, die in der Runde über Verbindungen zwischen Fischen, Verteilern und Servern gingen, komprimiert; ohne Kompression 4 je Zahl.',
    'Bytes of those messages, as compressed: 4 a number where they are not.':
      'Bytes dieser Nachrichten, komprimiert; ohne Kompression 4 je Zahl.',
    'Bytes sent': 'Gesendete Bytes',
    CSV: 'CSV',
    'CSV, TSV, JSON lines, Parquet or plain text. You will see its first rows, which column is text and which is label, and what cannot be read. Nothing leaves this machine.':
      'CSV, TSV, JSON-Zeilen, Parquet oder reiner Text. Sie sehen die ersten Zeilen, welche Spalte Text ist und welche Klasse, und was nicht lesbar ist. Nichts verlässt diesen Rechner.',
    Calibrate: 'Kalibrieren',
    'Calibration error': 'Kalibrierungsfehler',
    Cancel: 'Abbrechen',
    'Cancelled before its first round': 'Vor der ersten Runde abgebrochen',
    Canvas: 'Fläche',
    'Canvas of the swarm': 'Zeichenfläche des Schwarms',
    Careful: 'Vorsichtig',
    Cascade: 'Kaskade',
    'Change since round {0}': 'Änderung seit Runde {0}',
    'Changes of the document': 'Änderungen des Dokuments',
    Characters: 'Zeichen',
    Chart: 'Diagramm',
    Check: 'Prüfen',
    'Checkpoint every': 'Sicherungspunkt alle',
    'Checkpoint written after round {0}.': 'Sicherungspunkt nach Runde {0} geschrieben.',
    'Choose a file': 'Datei wählen',
    'Choose a file…': 'Datei wählen …',
    'Choose all of this page': 'Alle dieser Seite wählen',
    'Choose other runs': 'Andere Läufe wählen',
    'Choose the column that holds the label.': 'Wählen Sie die Spalte mit der Klasse.',
    'Choose the column that holds the text.': 'Wählen Sie die Spalte mit dem Text.',
    'Choose {0}, seed {1}': '{0} wählen, Startwert {1}',
    'Choose…': 'Wählen …',
    'Chosen runs': 'Gewählte Läufe',
    Class: 'Klasse',
    'Class scores': 'Klassenwerte',
    'Class scores (FedMD), or probabilities (DS-FL, arXiv 2008.06180): clients that know few of the classes are often sure and wrong, and a mean of probabilities follows them less.':
      'Klassenwerte (FedMD) oder Wahrscheinlichkeiten (DS-FL, arXiv 2008.06180): Clients, die wenige der Klassen kennen, sind oft sicher und falsch, und ein Mittel von Wahrscheinlichkeiten folgt ihnen weniger.',
    Classes: 'Klassen',
    'Classes that exist from a round on, to learn from and to measure on: "1: cooking, music | 11: music, space". Empty: all, always.':
      'Klassen, die es ab einer Runde gibt, zum Lernen und zum Messen: „1: Kochen, Musik | 11: Musik, Raumfahrt“. Leer: alle, immer.',
    Classification: 'Klassifikation',
    'Classification token': 'Klassifikationstoken',
    Clear: 'Leeren',
    'Click a run for its tags and note. Choose several with Ctrl or Shift to compare, tag or delete them together.':
      'Klicken Sie auf einen Lauf für Schlagwörter und Notiz. Mit Strg oder Umschalt wählen Sie mehrere, um sie zu vergleichen, zu verschlagworten oder zu löschen.',
    'Click: hide or show. Alt and click: only this one.':
      'Klick: verbergen oder zeigen. Alt + Klick: nur diese.',
    Clients: 'Clients',
    'Clients heard': 'Gehörte Clients',
    'Clients mask their updates in pairs (arXiv 1611.04482): the server reads the exact sum and no single update.':
      'Die Clients maskieren ihre Änderungen paarweise (arXiv 1611.04482): Der Server liest die genaue Summe und keine einzelne Änderung.',
    'Clients whose update (or, where predictions travel, whose answers) a federated server used in the round.':
      'Clients, deren Änderung (oder, wo Vorhersagen reisen, deren Antworten) ein föderierter Server in der Runde verwendet hat.',
    'Clip at 1': 'Auf 1 begrenzen',
    'Clip gradient': 'Gradient begrenzen',
    'Clip update': 'Änderung begrenzen',
    Clipped: 'Begrenzt',
    Close: 'Schließen',
    'Close tab': 'Reiter schließen',
    'Close the texts': 'Texte schließen',
    'Close without saving': 'Ohne Speichern schließen',
    'Close {0}': '{0} schließen',
    'Close “{0}”?': '„{0}“ schließen?',
    'Closed below': 'Geschlossen unter',
    Coefficients: 'Koeffizienten',
    Cohesion: 'Kohäsion',
    Collapse: 'Einklappen',
    'Collapse group': 'Gruppe einklappen',
    'Collapse or expand group': 'Gruppe ein- oder ausklappen',
    'Collapse to one node': 'Zu einem Knoten einklappen',
    'Collapse {0}': '{0} einklappen',
    Colour: 'Farbe',
    Column: 'Spalte',
    Columns: 'Spalten',
    'Columns of the table': 'Spalten der Tabelle',
    Commands: 'Befehle',
    Comment: 'Notiz',
    'Comment “{0}”': 'Notiz „{0}“',
    'Comment: {0}': 'Notiz: {0}',
    Committee: 'Komitee',
    Compare: 'Vergleichen',
    'Compare the lines of Weighted and Vote: weighing by validation listens to the fish that know most, a vote counts all alike. The other chart shows whom Weighted trusts. Try: kill the best fish and see the weights move; raise the temperature until all count alike; choose Hedge in place of validation.':
      'Vergleichen Sie die Linien von „Gewichtet“ und „Abstimmung“: Die Gewichtung nach Validierung hört auf die Fische, die am meisten wissen, eine Abstimmung zählt alle gleich. Das andere Diagramm zeigt, wem „Gewichtet“ vertraut. Probieren Sie: Töten Sie den besten Fisch und sehen Sie, wie die Gewichte wandern; erhöhen Sie die Temperatur, bis alle gleich zählen; wählen Sie Hedge statt der Validierung.',
    'Compares each try with the usual one. Without it, failure teaches nothing.':
      'Vergleicht jeden Versuch mit dem üblichen. Ohne sie lehrt ein Misserfolg nichts.',
    Compression: 'Kompression',
    Confidence: 'Sicherheit',
    'Confidence needed': 'Nötige Sicherheit',
    Confusion: 'Verwechslungen',
    Consensus: 'Einigung',
    'Consensus of': 'Konsens der',
    Constant: 'Konstant',
    Context: 'Kontext',
    Continuation: 'Fortsetzung',
    Contribution: 'Beitrag',
    'Contribution, Shapley': 'Beitrag, Shapley',
    Control: 'Steuerung',
    Controller: 'Steuerung',
    'Controllers that decide which clients it hears, and how strongly.':
      'Steuerungen, die entscheiden, welche Clients er hört, und wie stark.',
    'Controllers that decide which of its sources it hears, and how strongly.':
      'Steuerungen, die entscheiden, welche seiner Quellen er hört, und wie stark.',
    Controls: 'Steuert',
    'Copied {0}.': '{0} kopiert.',
    Copies: 'Kopien',
    Copy: 'Kopieren',
    'Copy path': 'Pfad kopieren',
    'Cosine decay': 'Kosinusabfall',
    Cost: 'Kosten',
    'Cost a text': 'Kosten je Text',
    'Cost and result': 'Kosten und Ergebnis',
    'Cost of a link': 'Kosten einer Verbindung',
    'Cost of a run': 'Kosten eines Laufs',
    'Cost of messages': 'Kosten der Nachrichten',
    Council: 'Rat',
    'Counts and scores by class': 'Zahlen und Werte je Klasse',
    Crash: 'Absturz',
    Crossover: 'Kreuzung',
    Ctrl: 'Strg',
    'Ctrl drag': 'Strg + Ziehen',
    Curves: 'Kurven',
    Cut: 'Ausschneiden',
    'Cut in the running swarm': 'Im laufenden Schwarm trennen',
    'Cut {0}': '{0} trennen',
    Dark: 'Dunkel',
    'Dark or light, or whichever the system shows at the moment.':
      'Dunkel oder hell, oder was das System gerade zeigt.',
    Data: 'Daten',
    'Data file': 'Datendatei',
    'Data seed': 'Datenstartwert',
    'Data you gave': 'Ihre Daten',
    Dataset: 'Datensatz',
    Deadline: 'Frist',
    Decide: 'Entscheiden',
    Decision: 'Entscheidung',
    'Decisions a round': 'Entscheidungen je Runde',
    Deep: 'Tief',
    'Deep fish': 'Tiefer Fisch',
    Del: 'Entf',
    Delay: 'Verzögerung',
    Delete: 'Löschen',
    'Delete all': 'Alles löschen',
    'Delete for good': 'Endgültig löschen',
    'Delete for good?': 'Endgültig löschen?',
    'Delete it': 'Löschen',
    'Delete runs': 'Läufe löschen',
    'Delete the evolution': 'Evolution löschen',
    'Delete the fault': 'Störung löschen',
    'Delete the hub': 'Verteiler löschen',
    'Delete the link': 'Verbindung löschen',
    'Delete the links of this port': 'Verbindungen dieses Anschlusses löschen',
    'Delete the node': 'Knoten löschen',
    'Delete the server': 'Server löschen',
    'Delete the state link': 'Zustandsverbindung löschen',
    'Delete the template': 'Vorlage löschen',
    'Delete this goal': 'Dieses Ziel löschen',
    'Delete {0}': '{0} löschen',
    'Delete…': 'Löschen …',
    'Deleting…': 'Wird gelöscht …',
    Delimiter: 'Trennzeichen',
    Delta: 'Delta',
    Description: 'Beschreibung',
    'Deviation of the Gaussian noise on the sum of the updates, as a multiple of the clip length (DP-FedAvg, arXiv 1710.06963); 0: none. It guards against whoever sees the models, not against the server itself.':
      'Standardabweichung des gaußschen Rauschens auf der Summe der Änderungen, als Vielfaches der Begrenzungslänge (DP-FedAvg, arXiv 1710.06963); 0: keines. Es schützt vor jedem, der die Modelle sieht, nicht vor dem Server selbst.',
    DiLoCo: 'DiLoCo',
    'Difference reward': 'Differenzbelohnung',
    'Digest steps': 'Verarbeitungsschritte',
    Disk: 'Speicher',
    Dismiss: 'Schließen',
    'Distance to consensus': 'Abstand zum Konsens',
    'Distribute horizontally': 'Waagrecht verteilen',
    'Distribute vertically': 'Senkrecht verteilen',
    Distributed: 'Verteilt',
    Diversity: 'Vielfalt',
    'Divide at random': 'Zufällig aufteilen',
    'Divide at random instead': 'Stattdessen zufällig aufteilen',
    'Divide them with a shard': 'Durch eine Aufteilung trennen',
    "Divides the consensus' scores before they become probabilities: above 1 they are softer, below 1 more decided.":
      'Teilt die Werte des Konsenses, bevor sie Wahrscheinlichkeiten werden: über 1 sind sie weicher, unter 1 entschiedener.',
    'Divides the examples of a dataset among fish: at random, by class, skewed, or all to all.':
      'Teilt die Beispiele eines Datensatzes unter Fische auf: zufällig, nach Klassen, schief verteilt, oder alle an alle.',
    Division: 'Aufteilung',
    'Do as {0} does': 'Wie {0}',
    'Do not compress': 'Nicht komprimieren',
    'Document to begin with': 'Dokument als Ausgangspunkt',
    'Document to compare': 'Dokument zum Vergleich',
    Documents: 'Dokumente',
    'Double-click': 'Doppelklick',
    Drafts: 'Entwürfe',
    Drag: 'Ziehen',
    'Drag a copy': 'Kopie ziehen',
    'Drag a dataset, fish, an aggregator and a goal from the palette and join their ports. Double-click here or press / to add a node by name, or begin with a template.':
      'Ziehen Sie einen Datensatz, Fische, einen Aggregator und ein Ziel aus der Palette und verbinden Sie ihre Anschlüsse. Ein Doppelklick hier oder die Taste / fügt einen Knoten nach Namen hinzu, oder beginnen Sie mit einer Vorlage.',
    'Drag from a port': 'Von einem Anschluss ziehen',
    'Drag it to the canvas, or press Enter.':
      'Ziehen Sie es auf die Fläche oder drücken Sie die Eingabetaste.',
    'Drag its end': 'Am Ende ziehen',
    'Drag the chart to another place': 'Diagramm an eine andere Stelle ziehen',
    'Drag without snapping': 'Ziehen ohne Einrasten',
    'Draw a link': 'Verbindung ziehen',
    'Draw a link anew': 'Verbindung umlegen',
    Drift: 'Drift',
    'Drop a file here': 'Datei hier ablegen',
    'Drop it on the link': 'Auf der Verbindung ablegen',
    'Drop to import these data into the swarm': 'Ablegen, um diese Daten in den Schwarm zu holen',
    'Drop to open': 'Ablegen zum Öffnen',
    'Drop to open the swarm this picture carries': 'Ablegen, um den Schwarm in diesem Bild zu öffnen',
    'Drop to open these files, each in a tab': 'Ablegen, um diese Dateien je in einem Reiter zu öffnen',
    Dropout: 'Dropout',
    Dropouts: 'Ausfälle',
    Duplicate: 'Duplizieren',
    EXP3: 'EXP3',
    'EXP3: share of choices made at random. UCB: how much the benefit of the doubt counts.':
      'EXP3: Anteil der Wahlen, die zufällig sind. UCB: wie viel der Vertrauensvorschuss zählt.',
    'Each class goes to one fish only: a fish that knows a single class cannot tell it from others, and what it knows dies with it. Give each part to two fish or more.':
      'Jede Klasse geht nur an einen Fisch: Ein Fisch, der eine einzige Klasse kennt, kann sie nicht von anderen unterscheiden, und sein Wissen stirbt mit ihm. Geben Sie jeden Teil mindestens zwei Fischen.',
    'Each example must go to a whole number of fish, 1 at least, not {0}.':
      'Jedes Beispiel muss an eine ganze Zahl von Fischen gehen, mindestens an 1, nicht an {0}.',
    'Each fish answers for itself, on the canvas at its node, then the aggregators decide. Dead fish are silent.':
      'Jeder Fisch antwortet für sich, auf der Fläche an seinem Knoten, dann entscheiden die Aggregatoren. Tote Fische schweigen.',
    'Each fish has fewer than a hundred texts of its own. Those of a school learn to answer as their mates do, on texts that belong to the others (alignment), and keep their inner states close (cohesion); the loners have no school. In round 16 the larger school is taught false labels, and a controller learns by reward and penalty whom to hear. Measured: 88 % in schools, 66 % without; with most fish misled, 80 % with rewards and 17 % without.':
      'Jeder Fisch hat weniger als hundert eigene Texte. Die Fische einer Schule lernen zu antworten wie ihre Gefährten, an Texten, die den anderen gehören (Ausrichtung), und halten ihre inneren Zustände nah beieinander (Kohäsion); die Einzelgänger haben keine Schule. In Runde 16 lernt die größere Schule falsche Klassen, und eine Steuerung lernt durch Lohn und Strafe, auf wen zu hören ist. Gemessen: 88 % in Schulen, 66 % ohne; mit den meisten Fischen in die Irre geführt 80 % mit Belohnung und 17 % ohne.',
    'Each its own': 'Jeder seinen eigenen',
    'Each of these runs at once on a built-in task and shows its effect within two minutes.':
      'Jeder von ihnen läuft sofort mit einer eingebauten Aufgabe und zeigt seine Wirkung in zwei Minuten.',
    'Each part should go to {0} fish, but only {1} read from this shard.':
      'Jeder Teil soll an {0} Fische gehen, aus dieser Aufteilung lesen aber nur {1}.',
    'Early exit': 'Früher Ausgang',
    'Early exits': 'Frühe Ausgänge',
    'Early exits decide a whole text at a time, but a language model is asked for every token, and later tokens need all layers of earlier ones: take the exits away.':
      'Frühe Ausgänge entscheiden einen ganzen Text auf einmal, ein Sprachmodell wird aber bei jedem Token gefragt, und spätere Tokens brauchen alle Schichten der früheren: Nehmen Sie die Ausgänge weg.',
    East: 'Ost',
    'East head': 'Zentrale Ost',
    'Edge probabilities': 'Kantenwahrscheinlichkeiten',
    'Edge probabilities learned from sampled graphs (GPTSwarm, arXiv 2402.16823), trust by usefulness, roles by response thresholds (Bonabeau and Theraulaz 1996), or trails as of ants (stigmergy).':
      'Kantenwahrscheinlichkeiten, aus gezogenen Graphen gelernt (GPTSwarm, arXiv 2402.16823), Vertrauen nach Nutzen, Rollen nach Reaktionsschwellen (Bonabeau und Theraulaz 1996) oder Spuren wie von Ameisen (Stigmergie).',
    'Edges less probable than this carry nothing.': 'Kanten, die weniger wahrscheinlich sind, tragen nichts.',
    Edit: 'Bearbeiten',
    'Edit what is selected': 'Ausgewähltes bearbeiten',
    Editing: 'Bearbeiten',
    'Edits while the swarm runs': 'Änderungen, während der Schwarm läuft',
    'Eight experts share an ancestor, then each learns its own uneven part of the texts for six rounds. From round 12 on nobody learns: a particle swarm moves their weights towards the best places any of them has seen. Near the end half of the fish die. Measured: the mean fish rises from 66 % to 91 %; all experts averaged had 94 %.':
      'Acht Experten haben einen Ahnen, dann lernt jeder sechs Runden lang an seinem ungleichen Teil der Texte. Ab Runde 12 lernt niemand mehr: Ein Partikelschwarm bewegt ihre Gewichte zu den besten Orten, die einer von ihnen gesehen hat. Gegen Ende stirbt die Hälfte der Fische. Gemessen: Der mittlere Fisch steigt von 66 % auf 91 %; alle Experten gemittelt hatten 94 %.',
    'Eight fish answer together, and an organiser learns whom to hear: it tries graphs, rewards edges that help (REINFORCE with a baseline) and cuts the others. In round 8 five of the eight begin to learn false labels, all the same ones: liars that collude, and outnumber the honest. Measured at the end: 93 % for those it trusts, 7 % for everybody, 87 % for the best fish.':
      'Acht Fische antworten zusammen, und ein Organisator lernt, auf wen zu hören ist: Er probiert Graphen, belohnt Kanten, die helfen (REINFORCE mit Grundlinie), und trennt die anderen. In Runde 8 beginnen fünf der acht, falsche Klassen zu lernen, alle dieselben: Lügner, die sich absprechen und die ehrlichen überstimmen. Am Ende gemessen: 93 % für die, denen er traut, 7 % für alle, 87 % für den besten Fisch.',
    'Eight fish learn the same task, each on its own random three quarters of the examples, and answer together: their probabilities are averaged. Half-way through, one of them dies.':
      'Acht Fische lernen dieselbe Aufgabe, jeder an seinen zufälligen drei Vierteln der Beispiele, und antworten zusammen: Ihre Wahrscheinlichkeiten werden gemittelt. Auf halbem Weg stirbt einer von ihnen.',
    'Eight houses': 'Acht Häuser',
    'Eight houses keep their texts to themselves, and each has other topics than its neighbours. Every third round they send what they learned, as weights, to a server, which averages it (FedAvg) and sends the result back. Two houses drop out for six rounds. Measured: the mean fish goes from about 66 % before an exchange to about 91 % after it.':
      'Acht Häuser behalten ihre Texte für sich, und jedes hat andere Themen als seine Nachbarn. Jede dritte Runde schicken sie als Gewichte, was sie gelernt haben, an einen Server, der es mittelt (FedAvg) und das Ergebnis zurückschickt. Zwei Häuser fallen für sechs Runden aus. Gemessen: Der mittlere Fisch steigt von etwa 66 % vor einem Austausch auf etwa 91 % danach.',
    'Elastic averaging': 'Elastisches Mitteln',
    Elite: 'Elite',
    'Empty canvas': 'Leere Fläche',
    'Empty comment': 'Leere Notiz',
    'Ended after {0} ({1}).': 'Beendet nach {0} ({1}).',
    Engine: 'Rechenkern',
    Enlarge: 'Vergrößern',
    Enter: 'Betreten',
    'Enter chooses, Backspace goes back, Escape ends.':
      'Die Eingabetaste wählt, die Rücktaste geht zurück, Esc beendet.',
    'Enter group': 'Gruppe betreten',
    'Enter {0}': '{0} betreten',
    Entropy: 'Entropie',
    'Epsilon spent': 'Verbrauchtes Epsilon',
    'Errors borne': 'Ertragene Fehler',
    Esc: 'Esc',
    "Euclidean length of the clients' joint update. Far below the drift: the clients pull in different directions.":
      'Euklidische Länge der gemeinsamen Änderung der Clients. Weit unter der Drift ziehen die Clients in verschiedene Richtungen.',
    'Evaluate every': 'Auswerten alle',
    Evenness: 'Gleichmaß',
    Every: 'Alle',
    'Every answer has a confidence of at least 0, so only the cheapest level will ever answer: ask for more confidence.':
      'Jede Antwort hat eine Sicherheit von mindestens 0, darum antwortet immer nur die billigste Stufe: Verlangen Sie mehr Sicherheit.',
    'Every living fish has one vote, times the strength of its link; the class with most votes wins.':
      'Jeder lebende Fisch hat eine Stimme mal der Stärke seiner Verbindung; die Klasse mit den meisten Stimmen gewinnt.',
    'Every run is kept here with its document, seed and charts, to be opened, resumed and compared.':
      'Jeder Lauf wird hier mit Dokument, Startwert und Diagrammen aufbewahrt, zum Öffnen, Fortsetzen und Vergleichen.',
    'Every so many steps': 'Jeden so vielten Schritt',
    Everybody: 'Alle',
    'Everyone takes the mean of all, or members and a centre pull each other a little (elastic averaging, EASGD, arXiv 1412.6651), so that each can go its own way around it.':
      'Alle nehmen das Mittel aller an, oder Mitglieder und eine Mitte ziehen einander ein wenig an (elastisches Mitteln, EASGD, arXiv 1412.6651), sodass jeder um sie herum seinen eigenen Weg gehen kann.',
    Evolution: 'Evolution',
    Evolutionary: 'Evolutionär',
    Evolve: 'Evolution',
    'Evolves the fish linked to it: the fit survive, breed, swarm or merge, measured on examples they do not learn from.':
      'Entwickelt die verbundenen Fische weiter: Die fitten überleben, züchten, schwärmen oder verschmelzen, gemessen an Beispielen, aus denen sie nicht lernen.',
    'Evolving parts': 'Teile in Evolution',
    Examples: 'Beispiele',
    'Examples a fish sees in one step.': 'Beispiele, die ein Fisch in einem Schritt sieht.',
    'Examples a second': 'Beispiele je Sekunde',
    'Examples cannot be spread over {0} fish.': 'Beispiele lassen sich nicht auf {0} Fische verteilen.',
    'Examples never leave': 'Beispiele verlassen nie das Haus',
    'Examples to learn from: a built-in task or a file of your own.':
      'Beispiele zum Lernen: eine eingebaute Aufgabe oder eine eigene Datei.',
    Executor: 'Rechenwerk',
    Expand: 'Ausklappen',
    'Expand group': 'Gruppe ausklappen',
    'Expand {0}': '{0} ausklappen',
    'Expect {0}': '{0} erwarten',
    'Expected accuracy': 'Erwartete Genauigkeit',
    'Expected calibration error: mean over 15 equal bins of confidence, weighted by their texts, of |accuracy - mean confidence|.':
      'Erwarteter Kalibrierungsfehler: Mittel über 15 gleiche Sicherheitsklassen, gewichtet nach ihren Texten, von |Genauigkeit − mittlere Sicherheit|.',
    'Expected perplexity': 'Erwartete Perplexität',
    Experts: 'Experten',
    'Experts a text': 'Experten je Text',
    Exploration: 'Erkundung',
    Export: 'Exportieren',
    'Export as JSON': 'Als JSON exportieren',
    'Export as Mermaid flowchart': 'Als Mermaid-Diagramm exportieren',
    'Export as YAML': 'Als YAML exportieren',
    'Export as a file': 'Als Datei exportieren',
    'Export metrics of the run (CSV)': 'Messwerte des Laufs exportieren (CSV)',
    'Export metrics of the run (TensorBoard)': 'Messwerte des Laufs exportieren (TensorBoard)',
    'Export picture (PNG) with the swarm in it': 'Bild exportieren (PNG), das den Schwarm enthält',
    'Export picture (SVG)': 'Bild exportieren (SVG)',
    'Exported “{0}”.': '„{0}“ exportiert.',
    'F1 of one class': 'F1 einer Klasse',
    'F1 of {0}': 'F1 von {0}',
    'Factor of the losses that keep importance and load of the experts even; 0: let one do it all.':
      'Faktor der Verluste, die Bedeutung und Last der Experten gleichmäßig halten; 0: einer darf alles tun.',
    Failed: 'Fehlgeschlagen',
    Fault: 'Störung',
    'Faulty clients': 'Fehlerhafte Clients',
    FedAdam: 'FedAdam',
    "FedAdam's memory of the squared update.": 'Gedächtnis von FedAdam für die quadrierte Änderung.',
    "FedAdam's memory of the update.": 'Gedächtnis von FedAdam für die Änderung.',
    FedAvg: 'FedAvg',
    FedAvgM: 'FedAvgM',
    Federated: 'Föderiert',
    'Federated schools': 'Föderierte Schulen',
    'Federated schools · examples never leave': 'Föderierte Schulen · Beispiele verlassen nie das Haus',
    'Feed-forward': 'Feed-forward',
    'Few texts': 'Wenige Texte',
    'Few topics each': 'Je wenige Themen',
    File: 'Datei',
    'File of texts': 'Datei mit Texten',
    Files: 'Dateien',
    'Find a node or link by name or kind': 'Einen Knoten oder eine Verbindung nach Namen oder Art suchen',
    'Find a node or link…': 'Knoten oder Verbindung suchen …',
    'Find on the canvas': 'Auf der Fläche suchen',
    Finished: 'Beendet',
    'Finished after {0}': 'Beendet nach {0}',
    'First after round': 'Zuerst nach Runde',
    'First class': 'Erste Klasse',
    'First deviation': 'Erste Abweichung',
    'First row': 'Erste Zeile',
    'First rows': 'Erste Zeilen',
    'First sure exit': 'Erster sicherer Ausgang',
    Fish: 'Fisch',
    'Fish "{0}"': 'Fisch „{0}“',
    'Fish "{0}" follows its school without zones, and its program has no place for them. Turn the zones of its node on and start a new run.':
      'Fisch „{0}“ folgt seiner Schule ohne Zonen, und sein Programm hat keinen Platz dafür. Schalten Sie die Zonen seines Knotens ein und starten Sie einen neuen Lauf.',
    'Fish "{0}" follows no rule of schooling, and its program has no place for one. Give its node a small alignment, cohesion or separation and start a new run.':
      'Fisch „{0}“ folgt keiner Regel des Schwimmens in der Schule, und sein Programm hat keinen Platz dafür. Geben Sie seinem Knoten etwas Ausrichtung, Kohäsion oder Abstand und starten Sie einen neuen Lauf.',
    'Fish "{0}" left the swarm for good. Add a fish in its place.':
      'Fisch „{0}“ hat den Schwarm für immer verlassen. Fügen Sie an seiner Stelle einen Fisch hinzu.',
    'The template': 'Die Vorlage',
    '{0} cannot be read: {1}. Check its permissions.':
      '{0} kann nicht gelesen werden: {1}. Prüfen Sie seine Zugriffsrechte.',
    'replaced by a fresh fish': 'durch einen frischen Fisch ersetzt',
    'There is no template "{0}" of yours any more.': 'Ihre Vorlage „{0}“ gibt es nicht mehr.',
    'Fish {0} of {1} would get no example. Use fewer fish or another way to divide.':
      'Fisch {0} von {1} bekäme kein Beispiel. Nehmen Sie weniger Fische oder eine andere Aufteilung.',
    'Fish "{0}" has no tensor "{1}". It has {2}.': 'Fisch „{0}“ hat keinen Tensor „{1}“. Er hat {2}.',
    'Fish (or servers) whose weights it averages; a link of either direction makes them take part.':
      'Fische (oder Server), deren Gewichte er mittelt; eine Verbindung in beliebiger Richtung lässt sie teilnehmen.',
    'Fish 1': 'Fisch 1',
    'Fish 2': 'Fisch 2',
    'Fish 3': 'Fisch 3',
    'Fish 4': 'Fisch 4',
    'Fish 5': 'Fisch 5',
    'Fish 6': 'Fisch 6',
    'Fish can evolve together only if they are built alike, but {0} and {1} differ in {2} ({3} and {4}).':
      'Fische können sich nur zusammen entwickeln, wenn sie gleich gebaut sind, aber {0} und {1} unterscheiden sich in {2} ({3} und {4}).',
    'Fish can mix their weights only if they are built and trained alike, but {0} and {1} differ in {2} ({3} and {4}).':
      'Fische können ihre Gewichte nur mischen, wenn sie gleich gebaut und trainiert sind, aber {0} und {1} unterscheiden sich in {2} ({3} und {4}).',
    'Fish drawn for a tournament; more of them favour the best more.':
      'Fische, die für ein Turnier gezogen werden; je mehr, desto stärker werden die besten bevorzugt.',
    'Fish hear its "{0}", but nobody speaks to it: link the fish that should.':
      'Fische hören „{0}“ von ihm, aber niemand spricht dort hinein: Verbinden Sie die Fische, die es sollen.',
    'Fish of the layer below, whose answers it reads beside the text (Mixture-of-Agents, arXiv 2406.04692).':
      'Fische der Schicht darunter, deren Antworten er neben dem Text liest (Mixture-of-Agents, arXiv 2406.04692).',
    'Fish of the same shape whose weights it mixes into its own (gossip, D-PSGD), or a server or hub it is joined to.':
      'Gleich gebaute Fische, deren Gewichte er in seine mischt (Gossip, D-PSGD), oder ein Server oder Verteiler, mit dem er verbunden ist.',
    'Fish speak to its "{0}", but nobody hears what it passes on: link it to the fish that should.':
      'Fische sprechen in „{0}“, aber niemand hört, was er weitergibt: Verbinden Sie ihn mit den Fischen, die es sollen.',
    'Fish that agree': 'Fische, die übereinstimmen',
    'Fish that learn and answer at this evaluation.':
      'Fische, die bei dieser Auswertung lernen und antworten.',
    'Fish that model language are measured by their loss, not by accuracy.':
      'Fische, die Sprache modellieren, werden an ihrem Verlust gemessen, nicht an der Genauigkeit.',
    'Fish whose inner state it takes in while it thinks.':
      'Fische, deren inneren Zustand er aufnimmt, während er denkt.',
    'Fish whose inner states it passes on.': 'Fische, deren innere Zustände er weitergibt.',
    'Fish whose predictions are nearer than this move away from each other and do nothing else. 0: they agree in everything; 1: they are sure of different answers.':
      'Fische, deren Vorhersagen näher liegen, entfernen sich voneinander und tun sonst nichts. 0: Sie stimmen in allem überein; 1: Sie sind sich verschiedener Antworten sicher.',
    'Fish whose predictions it learns to agree with (mutual learning, arXiv 1706.00384), or a federated server whose consensus it takes in.':
      'Fische, mit deren Vorhersagen er übereinzustimmen lernt (Mutual Learning, arXiv 1706.00384), oder ein föderierter Server, dessen Konsens er aufnimmt.',
    'Fish whose predictions it passes on.': 'Fische, deren Vorhersagen er weitergibt.',
    'Fish whose updates it joins; a link of either direction makes a fish its client.':
      'Fische, deren Änderungen er zusammenführt; eine Verbindung in beliebiger Richtung macht einen Fisch zum Client.',
    'Fish {0}': 'Fisch {0}',
    'Fish, built as they may be, whose answers to the public text it joins; a link of either direction makes a fish its client.':
      'Fische beliebiger Bauart, deren Antworten auf den öffentlichen Text er zusammenführt; eine Verbindung in beliebiger Richtung macht einen Fisch zum Client.',
    Fitness: 'Fitness',
    'Fitness of the fittest living member before the generation breeds; merging: of its trials.':
      'Fitness des fittesten lebenden Mitglieds, bevor die Generation züchtet; beim Verschmelzen: ihrer Versuche.',
    'Fitness on the tuning rows of the fittest weights a population ever had: accuracy, or minus the loss in nats. It never falls.':
      'Fitness auf den Tuning-Zeilen der fittesten Gewichte, die eine Population je hatte: Genauigkeit, oder minus der Verlust in Nats. Sie sinkt nie.',
    'Fits a temperature for each level (arXiv 1706.04599) to rows that no fish learns from, so that its confidence is its chance to be right.':
      'Passt für jede Stufe eine Temperatur an (arXiv 1706.04599), an Zeilen, aus denen kein Fisch lernt, sodass ihre Sicherheit ihre Aussicht ist, recht zu haben.',
    Flat: 'Flach',
    'Flip the labels of': 'Klassen verfälschen',
    'Flip the sign of': 'Vorzeichen umkehren',
    'Floating point operations of the training programs of the round (counted from their shapes), divided by the time they took.':
      'Gleitkommaoperationen der Trainingsprogramme der Runde (aus ihren Formen gezählt), geteilt durch die Zeit, die sie brauchten.',
    Fold: 'Falten',
    'Fold into a school': 'Zu einer Schule falten',
    'Fold {0} into a school': '{0} zu einer Schule falten',
    Folders: 'Ordner',
    Follow: 'Folgen',
    Forgetting: 'Vergessen',
    'Four causal decoders learn a tiny language word by word: two flat ones and two deeper ones, which the flat ones hear and learn to agree with. Their probabilities for the next word are averaged.':
      'Vier kausale Decoder lernen Wort für Wort eine winzige Sprache: zwei flache und zwei tiefere, auf die die flachen hören und denen sie zuzustimmen lernen. Ihre Wahrscheinlichkeiten für das nächste Wort werden gemittelt.',
    'Four fish of different shapes, each on half of the examples, advise on the topic of a text. Their word is weighted by how well they do on validation; a plain vote of the same fish is measured beside it.':
      'Vier verschieden gebaute Fische, jeder mit der Hälfte der Beispiele, beraten über das Thema eines Textes. Ihr Wort wird danach gewichtet, wie gut sie auf der Validierung sind; daneben wird eine einfache Abstimmung derselben Fische gemessen.',
    Freeze: 'Einfrieren',
    'Freeze a fish': 'Fisch einfrieren',
    'From above': 'Von oben',
    'From round {0} on, {1}': 'Ab Runde {0} {1}',
    'From which port of {0}?': 'Von welchem Anschluss von {0}?',
    'From {0} to {1}.': 'Von {0} nach {1}.',
    Full: 'Voll',
    GELU: 'GELU',
    'GFLOP/s': 'GFLOP/s',
    'Gain over the best fish': 'Gewinn gegenüber dem besten Fisch',
    Gate: 'Weiche',
    'Gate entropy': 'Entropie der Weiche',
    Generation: 'Generation',
    Generations: 'Generationen',
    'Generations a population has behind it, this one included.':
      'Generationen, die eine Population hinter sich hat, diese eingeschlossen.',
    'Generations without a better place of its own after which a particle returns to its best one; 0: never.':
      'Generationen ohne einen besseren eigenen Ort, nach denen ein Partikel zu seinem besten zurückkehrt; 0: nie.',
    'Genetic algorithm': 'Genetisches Verfahren',
    'Geometric median': 'Geom. Median',
    'Give each fish a part of its own': 'Jedem Fisch einen eigenen Teil geben',
    'Go to': 'Gehe zu',
    'Go to the next link of the node': 'Zur nächsten Verbindung des Knotens',
    'Go to the next node': 'Zum nächsten Knoten',
    'Go to the next part of the window': 'Zum nächsten Teil des Fensters',
    'Go to the node above': 'Zum Knoten darüber',
    'Go to the node below': 'Zum Knoten darunter',
    'Go to the node on the left': 'Zum Knoten links',
    'Go to the node on the right': 'Zum Knoten rechts',
    'Go to the previous node': 'Zum vorigen Knoten',
    'Go to the previous part of the window': 'Zum vorigen Teil des Fensters',
    Goal: 'Ziel',
    'Gone: {0}': 'Weg: {0}',
    'Gossip carries what each fish learns around the ring without any server: look at the worst fish rather than the best. Try: delete the weights links, run again, and compare the two runs; kill two fish that face each other, and the ring falls into two halves.':
      'Gossip trägt ohne jeden Server um den Ring, was jeder Fisch lernt: Sehen Sie auf den schlechtesten Fisch statt auf den besten. Probieren Sie: Löschen Sie die Gewichtsverbindungen, starten Sie erneut und vergleichen Sie beide Läufe; töten Sie zwei Fische, die einander gegenüberliegen, und der Ring zerfällt in zwei Hälften.',
    'Got it': 'Verstanden',
    Gradient: 'Gradient',
    'Gradient norm': 'Gradientennorm',
    Grey: 'Grau',
    Group: 'Gruppe',
    'Group shown': 'Gezeigte Gruppe',
    'Group {0}': 'Gruppe {0}',
    'Group {0}, collapsed, {1}': 'Gruppe {0}, eingeklappt, {1}',
    'Group “{0}”': 'Gruppe „{0}“',
    Guard: 'Wächter',
    'Guarded cascade': 'Bewachte Kaskade',
    Halves: 'Hälften',
    'Head of A': 'Kopf von A',
    'Head of B': 'Kopf von B',
    'Header row': 'Kopfzeile',
    Heads: 'Köpfe',
    Heal: 'Heilen',
    Hears: 'Hört',
    Hedge: 'Hedge',
    Height: 'Höhe',
    Help: 'Hilfe',
    'Here should be {0}, but there is {1}.': 'Hier müsste {0} stehen, da ist aber {1}.',
    'Hidden width of the feed-forward part of a block; four times the width is usual.':
      'Innere Breite des Feed-forward-Teils eines Blocks; üblich ist das Vierfache der Breite.',
    Hierarchical: 'Hierarchisch',
    'Hierarchical FedAvg: eight houses in two schools of four. Each school averages its weights every round; the two heads average theirs every fourth round only, so the council takes two updates in four rounds where one flat server would take thirty-two. In round 21 the whole eastern school is lost. Measured: 95 % before, 92 % at the end, with half of the fish and of the texts.':
      'Hierarchisches FedAvg: acht Häuser in zwei Schulen zu vieren. Jede Schule mittelt ihre Gewichte in jeder Runde; die beiden Zentralen mitteln die ihren nur in jeder vierten, sodass der Rat in vier Runden zwei Änderungen aufnimmt, wo ein flacher Server zweiunddreißig bekäme. In Runde 21 geht die ganze östliche Schule verloren. Gemessen: 95 % davor, 92 % am Ende, mit der Hälfte der Fische und der Texte.',
    'High accuracy': 'Hohe Genauigkeit',
    'How a message is made smaller on the way.': 'Wie eine Nachricht unterwegs verkleinert wird.',
    'How adaptive FedAdam is: numbers that move less than this are hardly enlarged.':
      'Wie anpassend FedAdam ist: Zahlen, die sich weniger bewegen, werden kaum vergrößert.',
    'How clients send their updates: whole, 8 bits a number, or the largest 5 %. What is left out is added to the next update.':
      'Wie Clients ihre Änderungen senden: ganz, mit 8 Bit je Zahl, oder nur die größten 5 %. Was wegbleibt, kommt zur nächsten Änderung hinzu.',
    'How far a try moves an edge.': 'Wie weit ein Versuch eine Kante bewegt.',
    'How far good work lowers a threshold each round, and idleness or harm raises it.':
      'Wie weit gute Arbeit in jeder Runde eine Schwelle senkt und Untätigkeit oder Schaden sie hebt.',
    'How far one reward moves what was learned.': 'Wie weit eine Belohnung das Gelernte bewegt.',
    'How far the first trials go from the plain mean of the fish.':
      'Wie weit sich die ersten Versuche vom einfachen Mittel der Fische entfernen.',
    'How far the server goes along the mean update. Empty: 1 for FedAvg and FedAvgM, 0.1 for FedAdam, 0.7 for DiLoCo.':
      'Wie weit der Server der mittleren Änderung folgt. Leer: 1 bei FedAvg und FedAvgM, 0,1 bei FedAdam, 0,7 bei DiLoCo.',
    'How fast Hedge takes weight from a voice that errs.':
      'Wie schnell Hedge einer Stimme, die irrt, Gewicht nimmt.',
    'How fast it takes weight from an expert that errs.':
      'Wie schnell sie einem Experten, der irrt, Gewicht nimmt.',
    'How fast work quiets the call for it.': 'Wie schnell Arbeit den Ruf nach ihr verstummen lässt.',
    'How many choices it tries and learns from each round. They cost no forward pass.':
      'Wie viele Wahlen sie in jeder Runde probiert und daraus lernt. Sie kosten keinen Vorwärtslauf.',
    'How many clients may be faulty: so many are trimmed at each end, or borne by Krum. The medians need no number.':
      'Wie viele Clients fehlerhaft sein dürfen: So viele werden an jedem Ende gekappt oder von Krum verkraftet. Die Mediane brauchen keine Zahl.',
    'How many evaluations pass between one change and the next: time for a fresh expert to learn.':
      'Wie viele Auswertungen zwischen einer Änderung und der nächsten liegen: Zeit für einen frischen Experten zu lernen.',
    'How many evaluations without improvement end the run.':
      'Wie viele Auswertungen ohne Verbesserung den Lauf beenden.',
    'How many examples are generated, validation included.':
      'Wie viele Beispiele erzeugt werden, Validierung eingeschlossen.',
    'How many experts there may be, those in reserve included; then a fresh one takes the place of the lightest.':
      'Wie viele Experten es geben darf, die in Reserve eingeschlossen; danach nimmt ein frischer den Platz des leichtesten ein.',
    'How many fish hold each part, so that a part survives the death of a fish.':
      'Wie viele Fische jeden Teil halten, damit ein Teil den Tod eines Fisches überlebt.',
    'How many graphs (or ants) are tried each round. Trying costs no forward pass.':
      'Wie viele Graphen (oder Ameisen) in jeder Runde probiert werden. Probieren kostet keinen Vorwärtslauf.',
    'How many identical fish this node stands for: a school. They start from different random weights.':
      'Für wie viele gleiche Fische dieser Knoten steht: eine Schule. Sie beginnen mit verschiedenen zufälligen Gewichten.',
    'How many of the fish answer each text; the others are not heard.':
      'Wie viele der Fische jeden Text beantworten; die anderen werden nicht gehört.',
    'How many of the linked fish, the last ones, wait in reserve; the others learn from their shares meanwhile.':
      'Wie viele der verbundenen Fische, die letzten, in Reserve warten; die anderen lernen inzwischen aus ihren Teilen.',
    'How many of the living clients it asks each time; the others rest and do not learn.':
      'Wie viele der lebenden Clients er jedes Mal fragt; die anderen ruhen und lernen nicht.',
    'How many optimizer steps it takes after the local steps of the fish.':
      'Wie viele Optimiererschritte er nach den lokalen Schritten der Fische macht.',
    'How many sources a listener keeps; 0: all (trails: half of them).':
      'Wie viele Quellen ein Hörer behält; 0: alle (Spuren: die Hälfte).',
    'How many texts': 'Wie viele Texte',
    'How often a client first learns all public text with its labels, before any examples of its own (the first phase of FedMD): what all know in common keeps a consensus from being misled. 0: labels are not used.':
      'Wie oft ein Client zuerst allen öffentlichen Text mit seinen Klassen lernt, vor allen eigenen Beispielen (die erste Phase von FedMD): Was alle gemeinsam wissen, bewahrt einen Konsens davor, in die Irre zu gehen. 0: Klassen werden nicht benutzt.',
    'How many texts the clients answer each time, drawn anew from the public text.':
      'Wie viele Texte die Clients jedes Mal beantworten, neu aus dem öffentlichen Text gezogen.',
    'How many there are; 0: until the run ends.': 'Wie viele es gibt; 0: bis der Lauf endet.',
    'How many threads one computation takes; empty: the fastest number, as measured. Takes effect with the next run.':
      'Wie viele Threads eine Berechnung nimmt; leer: die gemessen schnellste Zahl. Gilt ab dem nächsten Lauf.',
    'How many validation examples it shows with what was predicted for them.':
      'Wie viele Validierungsbeispiele sie mit dem zeigt, was dazu vorhergesagt wurde.',
    'How many voices may lie (f): Krum needs at least 2 f + 3; where some die it expects fewer liars.':
      'Wie viele Stimmen lügen dürfen (f): Krum braucht mindestens 2 f + 3; wo einige sterben, rechnet es mit weniger Lügnern.',
    'How much a particle keeps of its velocity.': 'Wie viel von seiner Geschwindigkeit ein Partikel behält.',
    'How much better the swarm answers with it than without, in points':
      'Wie viel besser der Schwarm mit ihm antwortet als ohne ihn, in Punkten',
    'How much of each fish is in the merged one: the same of all (a soup, arXiv 2203.05482), or what CMA-ES finds, one number a fish or one a fish and layer.':
      'Wie viel von jedem Fisch im verschmolzenen steckt: von allen gleich viel (eine Suppe, arXiv 2203.05482), oder was CMA-ES findet, eine Zahl je Fisch oder eine je Fisch und Schicht.',
    'How order is known: learned vectors, or rotation of queries and keys (RoPE, arXiv 2104.09864).':
      'Woher die Reihenfolge bekannt ist: gelernte Vektoren, oder Drehung von Anfragen und Schlüsseln (RoPE, arXiv 2104.09864).',
    'How strongly the best place anyone has been to draws every particle.':
      'Wie stark der beste Ort, an dem je einer war, jedes Partikel anzieht.',
    'How strongly the best place it has been to draws a particle.':
      'Wie stark der beste Ort, an dem es war, ein Partikel anzieht.',
    'How strongly the gate is pulled back to trusting all experts alike: more for few examples.':
      'Wie stark die Weiche dahin zurückgezogen wird, allen Experten gleich zu trauen: mehr bei wenigen Beispielen.',
    'How strongly the link acted in the round: the mean entry of the mixing matrix over its pairs for weights between fish; the strength of the link for states, predictions, servers and hubs.':
      'Wie stark die Verbindung in der Runde wirkte: der mittlere Eintrag der Mischmatrix über ihre Paare bei Gewichten zwischen Fischen; die Stärke der Verbindung bei Zuständen, Vorhersagen, Servern und Verteilern.',
    'How strongly the receiver hears this link, next to its others.':
      'Wie stark der Empfänger diese Verbindung neben seinen anderen hört.',
    'How strongly the weights are pulled back to the plain average: more for few examples.':
      'Wie stark die Gewichte zum einfachen Mittel zurückgezogen werden: mehr bei wenigen Beispielen.',
    'How strongly the worst place anyone has been to drives every particle away.':
      'Wie stark der schlechteste Ort, an dem je einer war, jedes Partikel forttreibt.',
    "How the clients' mean update moves the server: straight (FedAvg, arXiv 1602.05629), with momentum (FedAvgM, 1909.06335), by Adam (FedAdam, 2003.00295), or with Nesterov momentum after many local steps (DiLoCo, 2311.08105).":
      'Wie die mittlere Änderung der Clients den Server bewegt: geradeaus (FedAvg, arXiv 1602.05629), mit Impuls (FedAvgM, 1909.06335), durch Adam (FedAdam, 2003.00295), oder mit Nesterow-Impuls nach vielen lokalen Schritten (DiLoCo, 2311.08105).',
    'How the examples are divided among the fish that read from here.':
      'Wie die Beispiele unter den Fischen aufgeteilt werden, die hier lesen.',
    'How the learning rate goes on after warm-up: constant, or falling to zero at the end of the run.':
      'Wie die Lernrate nach dem Aufwärmen weitergeht: konstant, oder bis zum Ende des Laufs auf null fallend.',
    'How the tokens become one answer: their mean, a classification token, or learned attention. Language modelling has no pooling.':
      'Wie die Tokens zu einer Antwort werden: ihr Mittelwert, ein Klassifikationstoken, oder gelernte Aufmerksamkeit. Sprachmodellierung hat keine Zusammenfassung.',
    Hub: 'Verteiler',
    'Import data': 'Daten importieren',
    'Import data…': 'Daten importieren …',
    'In a swarm with an Evolve node, this shows generation by generation whose weights went to whom.':
      'In einem Schwarm mit einem Evolutionsknoten zeigt dies Generation für Generation, wessen Gewichte an wen gingen.',
    'In a swarm with an Organise or Reinforce node, this shows round by round who hears whom.':
      'In einem Schwarm mit einem Organisator oder einer Bestärkung zeigt dies Runde für Runde, wer wen hört.',
    'In the end': 'Am Ende',
    'In the first rounds the plain average of the old school ("Unguarded") says what the strangers say: nearly all of it is wrong. The guarded cascade is led by the honest majority from the start, and its cost falls as the young grow sure. Later the honest are sure too, and the average recovers by itself. Try: kill both nodes of the young school at round 12, and the old take over, then revive them and kill the old; replace a guard by Krum or the trimmed mean; kill two honest fish of each school, and see how thin the majority may become.':
      'In den ersten Runden sagt der einfache Mittelwert der alten Schule („Ohne Wächter“), was die Fremden sagen: Fast alles ist falsch. Die bewachte Kaskade wird von Anfang an von der ehrlichen Mehrheit geführt, und ihre Kosten fallen, wenn die Jungen sicher werden. Später sind auch die Ehrlichen sicher, und der Mittelwert erholt sich von selbst. Probieren Sie: Töten Sie in Runde 12 beide Knoten der jungen Schule, und die alten übernehmen, dann beleben Sie sie wieder und töten die alten; ersetzen Sie einen Wächter durch Krum oder das getrimmte Mittel; töten Sie zwei ehrliche Fische jeder Schule und sehen Sie, wie knapp die Mehrheit werden darf.',
    Inertia: 'Trägheit',
    Insert: 'Einfügen',
    Inspector: 'Inspektor',
    Interrupted: 'Unterbrochen',
    'Invert the selection': 'Auswahl umkehren',
    'It belongs to the group "{0}", which is not in the swarm.':
      'Er gehört zur Gruppe „{0}“, die es im Schwarm nicht gibt.',
    'It frees {0}.': 'Das schafft {0} Platz.',
    'It gets all {0} examples right that were kept of validation.':
      'Er beantwortet alle {0} aufbewahrten Validierungsbeispiele richtig.',
    'It goes from the palette for good. Swarms it was used in keep their copies.':
      'Es verschwindet endgültig aus der Palette. Schwärme, in denen es benutzt wurde, behalten ihre Kopien.',
    'It has no links.': 'Er hat keine Verbindungen.',
    'It is being started.': 'Er wird gerade gestartet.',
    'It is being stopped.': 'Er wird gerade angehalten.',
    'It is kept on this machine and found in the gallery and with “shuurai templates”.':
      'Sie wird auf diesem Rechner aufbewahrt und findet sich in der Galerie und mit „shuurai templates“.',
    'It is restarted': 'Er wird neu gestartet',
    'It left the swarm for good.': 'Er hat den Schwarm für immer verlassen.',
    'It strikes at the start of this round; a crashed fish neither learns nor answers.':
      'Sie schlägt am Anfang dieser Runde zu; ein abgestürzter Fisch lernt weder noch antwortet er.',
    'It was never saved to a file and would be lost.':
      'Er wurde nie in eine Datei gespeichert und ginge verloren.',
    'It was taken out of the queue.': 'Er wurde aus der Warteschlange genommen.',
    'Its accuracy, or the probability it gives to the truth (geometric mean), which also sees a liar that changes no answer.':
      'Ihre Genauigkeit, oder die Wahrscheinlichkeit, die sie der Wahrheit gibt (geometrisches Mittel), was auch einen Lügner sieht, der keine Antwort ändert.',
    'Its fish become {0} with the same settings and links. Each fish draws its random numbers by its id, and the ids change: a run starts from other random weights than before, with results as good but not equal. Undo brings the school back.':
      'Seine Fische werden zu {0} mit denselben Einstellungen und Verbindungen. Jeder Fisch zieht seine Zufallszahlen nach seiner Kennung, und die Kennungen ändern sich: Ein Lauf beginnt mit anderen zufälligen Gewichten als zuvor, mit ebenso guten, aber nicht gleichen Ergebnissen. „Rückgängig“ bringt die Schule zurück.',
    'Its parameters, for fish that mix them into theirs, a federated server or a hub.':
      'Seine Parameter, für Fische, die sie in ihre mischen, einen föderierten Server oder einen Verteiler.',
    'Its pooled inner state, for fish that sense it.':
      'Sein zusammengefasster innerer Zustand, für Fische, die ihn wahrnehmen.',
    'Its weights are the strengths of its links, and all of them are 0: give at least one link a strength.':
      'Seine Gewichte sind die Stärken seiner Verbindungen, und alle sind 0: Geben Sie mindestens einer Verbindung Stärke.',
    'Its weights, back to the clients.': 'Seine Gewichte, zurück an die Clients.',
    'Its weights, to a server or hub whose client it is (hierarchical FedAvg, arXiv 1905.06641).':
      'Seine Gewichte, an einen Server oder Verteiler, dessen Client er ist (hierarchisches FedAvg, arXiv 1905.06641).',
    'JSON lines': 'JSON-Zeilen',
    Keep: 'Behalten',
    'Keep connected': 'Zusammenhängend halten',
    "Keep its inner state near the mean state of the school's other fish.":
      'Seinen inneren Zustand nah am mittleren Zustand der anderen Fische der Schule halten.',
    'Keep mine': 'Meine behalten',
    'Keep one spare': 'Einen Ersatzfisch behalten',
    'Keep the best one only': 'Nur den besten behalten',
    'Key-value recall': 'Schlüssel und Wert erinnern',
    'Keyboard on the canvas': 'Tastatur auf der Fläche',
    'Keyboard shortcuts': 'Tastenkürzel',
    Kill: 'Töten',
    'Kill a fish': 'Fisch töten',
    Krum: 'Krum',
    'Krum with {0} needs {1} voices, since it must find the honest ones by their number, but only {2} are linked: expect fewer liars, or link more fish.':
      'Krum mit {0} braucht {1} Stimmen, denn es muss die ehrlichen an ihrer Zahl erkennen, verbunden sind aber nur {2}: Rechnen Sie mit weniger Lügnern oder verbinden Sie mehr Fische.',
    Label: 'Klasse',
    'Label column': 'Klassenspalte',
    'Label flip': 'Falsche Klassen',
    'Label smoothing': 'Klassenglättung',
    Labels: 'Klassen',
    'Labels and problems': 'Klassen und Probleme',
    Land: 'Land',
    Language: 'Sprache',
    'Language modelling': 'Sprachmodellierung',
    'Largest 5 %': 'Größte 5 %',
    'Largest entries': 'Größte Einträge',
    'Last message': 'Letzte Nachricht',
    'Last numbers': 'Letzte Zahlen',
    Lasts: 'Dauert',
    Latecomers: 'Nachzügler',
    Layers: 'Schichten',
    'Learn between generations': 'Zwischen Generationen lernen',
    'Learn from the texts': 'Aus den Texten lernen',
    'Learn to answer as the others of the school do, on text that is not its own to learn (mutual learning, arXiv 1706.00384). Schooling fish see one common batch.':
      'Lernen zu antworten wie die anderen der Schule, an Texten, die nicht seine eigenen sind (Mutual Learning, arXiv 1706.00384). Fische einer Schule sehen einen gemeinsamen Batch.',
    Learned: 'Gelernt',
    'Learned strength': 'Gelernte Stärke',
    'Learned: reads the text and chooses its experts (arXiv 1701.06538). Adaptive: follows whoever is right at the moment (fixed share, Herbster and Warmuth 1998). Self-renewing: experts that err leave, and fresh ones enter when the swarm errs (dynamic weighted majority, Kolter and Maloof 2007).':
      'Gelernt: liest den Text und wählt seine Experten (arXiv 1701.06538). Anpassend: folgt denen, die gerade recht haben (Fixed Share, Herbster und Warmuth 1998). Selbsterneuernd: Experten, die irren, gehen, und frische kommen, wenn der Schwarm irrt (Dynamic Weighted Majority, Kolter und Maloof 2007).',
    Learning: 'Lernen',
    'Learning rate': 'Lernrate',
    'Learning time here, about': 'Lernzeit hier, etwa',
    'Learning: steps of the round': 'Lernen: Schritte der Runde',
    'Learns by reward and penalty whom an aggregator hears.':
      'Lernt durch Lohn und Strafe, auf wen ein Aggregator hört.',
    'Learns who hears whom, and cuts off who does harm.': 'Lernt, wer wen hört, und trennt, wer schadet.',
    'Leave group': 'Gruppe verlassen',
    'Leave out rows that cannot be read, and say how many, instead of refusing the file.':
      'Nicht lesbare Zeilen weglassen und sagen, wie viele, statt die Datei abzulehnen.',
    "Length of the mean unit vector of what each fish's weights changed by in the round's local steps: 1 where all learn in one direction, about 1 / sqrt(N) where directions are random. Mean over shapes of two fish or more; in rounds that are evaluated, of swarms of up to 33 million weights.":
      'Länge des mittleren Einheitsvektors dessen, worum sich die Gewichte jedes Fisches in den lokalen Schritten der Runde änderten: 1, wo alle in eine Richtung lernen, etwa 1 / sqrt(N), wo die Richtungen zufällig sind. Mittel über Bauarten mit mindestens zwei Fischen; in ausgewerteten Runden, bei Schwärmen bis 33 Millionen Gewichten.',
    'Let "{0}" hear it': '„{0}“ hören lassen',
    'Let "{0}" speak to it': '„{0}“ sprechen lassen',
    'Let them learn': 'Lernen lassen',
    'Let weights travel': 'Gewichte reisen lassen',
    'Let {0} answer': '{0} antworten lassen',
    'Let {0} read from {1}': '{0} von {1} lesen lassen',
    'Levels · the cheap ones first': 'Stufen · die billigen zuerst',
    Liars: 'Lügner',
    Lies: 'Lügt',
    Light: 'Hell',
    'Line {0}, column {1}: {2}': 'Zeile {0}, Spalte {1}: {2}',
    Lineage: 'Abstammung',
    'Linear decay': 'Linearer Abfall',
    'Lines of this chart': 'Linien dieses Diagramms',
    Link: 'Verbindung',
    'Link changed': 'Verbindung geändert',
    'Link cut': 'Verbindung getrennt',
    'Link from {0} to {1}': 'Verbindung von {0} nach {1}',
    'Link it to {0}': 'Mit {0} verbinden',
    'Link strengths': 'Verbindungsstärken',
    'Link the node…': 'Knoten verbinden …',
    'Link this port…': 'Diesen Anschluss verbinden …',
    'Link {0} of {1}: to which port?': '{0} von {1} verbinden: mit welchem Anschluss?',
    'Link {0} to it': '{0} damit verbinden',
    'Link {0}: from which port?': '{0} verbinden: von welchem Anschluss?',
    Links: 'Verbindungen',
    'Links between fish': 'Verbindungen zwischen Fischen',
    'Links: {0}': 'Verbindungen: {0}',
    List: 'Liste',
    'Live fish': 'Lebende Fische',
    'Living experts of a gate that renews itself, at an evaluation.':
      'Lebende Experten einer Weiche, die sich selbst erneuert, bei einer Auswertung.',
    'Load again': 'Neu laden',
    'Local work': 'Lokale Arbeit',
    Log: 'Protokoll',
    'Log of the run': 'Protokoll des Laufs',
    Logits: 'Logits',
    'Lone voices': 'Einzelstimmen',
    Loners: 'Einzelgänger',
    Looks: 'Aussehen',
    Loss: 'Verlust',
    'Loss, training': 'Verlust, Training',
    'Loss, training, a round': 'Verlust, Training, je Runde',
    'Loss, tuning': 'Verlust, Tuning',
    'Loss, validation': 'Verlust, Validierung',
    Lost: 'Verloren',
    'Low loss': 'Geringer Verlust',
    'Lower case': 'Kleinschreibung',
    'Macro F1': 'Makro-F1',
    'Make "{0}" its client': '„{0}“ zum Client machen',
    'Make it a school of 4': 'Eine Schule aus 4 daraus machen',
    'Make language modelling the goal': 'Sprachmodellierung zum Ziel machen',
    'Many texts': 'Viele Texte',
    'Masked updates are random numbers, which cannot be compressed: send them whole.':
      'Maskierte Änderungen sind Zufallszahlen, die sich nicht komprimieren lassen: Senden Sie sie ganz.',
    'Masks vanish only from a sum of one round, so a message to a server with secure aggregation cannot be late: take away the delay.':
      'Masken verschwinden nur aus der Summe einer Runde, eine Nachricht an einen Server mit sicherer Aggregation darf also nicht verspätet sein: Nehmen Sie die Verzögerung weg.',
    Mean: 'Mittelwert',
    "Mean Euclidean length of the clients' updates, before clipping: how far they went from the server's weights.":
      'Mittlere euklidische Länge der Änderungen der Clients vor dem Begrenzen: wie weit sie sich von den Gewichten des Servers entfernten.',
    'Mean accuracy of the live fish; language modelling: mean loss.':
      'Mittlere Genauigkeit der lebenden Fische; Sprachmodellierung: mittlerer Verlust.',
    'Mean fish': 'Mittlerer Fisch',
    'Mean fitness': 'Mittlere Fitness',
    'Mean fitness of the living members before the generation breeds; merging: of its trials.':
      'Mittlere Fitness der lebenden Mitglieder, bevor die Generation züchtet; beim Verschmelzen: ihrer Versuche.',
    'Mean loss of all batches of the round, measured before each update, with dropout.':
      'Mittlerer Verlust aller Batches der Runde, vor jeder Änderung gemessen, mit Dropout.',
    'Mean loss of the batches since the last point, measured before each update, with dropout; at most 5 points a round.':
      'Mittlerer Verlust der Batches seit dem letzten Punkt, vor jeder Änderung gemessen, mit Dropout; höchstens 5 Punkte je Runde.',
    'Mean loss on tuning rows, which no fish learns from, over the steps an aggregator took in the round, each before its update and without penalties.':
      'Mittlerer Verlust auf Tuning-Zeilen, aus denen kein Fisch lernt, über die Schritte eines Aggregators in der Runde, jeder vor seiner Änderung und ohne Strafterme.',
    'Mean of': 'Mittelwert der',
    'Mean of -log p(truth) of the aggregator over validation: a text each, or a token each.':
      'Mittel von -log p(Wahrheit) des Aggregators über die Validierung: je Text oder je Token eines.',
    'Mean of -log p(truth) of the answer linked to the goal over validation: a text each, or a token each.':
      'Mittel von -log p(Wahrheit) der mit dem Ziel verbundenen Antwort über die Validierung: je Text oder je Token eines.',
    'Mean of -log p(truth) of the fish alone over validation: a text each, or a token each.':
      'Mittel von -log p(Wahrheit) des Fisches allein über die Validierung: je Text oder je Token eines.',
    'Mean over classes of F1 = 2 TP / (2 TP + FP + FN); classes that are neither true nor answered anywhere are left out.':
      'Mittel über die Klassen von F1 = 2 TP / (2 TP + FP + FN); Klassen, die nirgends wahr sind und nirgends geantwortet werden, bleiben außer Betracht.',
    'Mean over clients and public texts of KL(consensus || client), before the client takes the consensus in.':
      'Mittel über Clients und öffentliche Texte von KL(Konsens || Client), bevor der Client den Konsens aufnimmt.',
    "Mean over clients of the share of public texts for which a client's most probable class is that of the consensus, before it takes the consensus in.":
      'Mittel über die Clients des Anteils öffentlicher Texte, bei denen die wahrscheinlichste Klasse eines Clients die des Konsenses ist, bevor er ihn aufnimmt.',
    'Mean over texts and live fish of |p_i - mean p|^2. The Brier score of the plain mean is the mean Brier score of the fish minus this.':
      'Mittel von |p_i - mittleres p|^2 über Texte und lebende Fische. Der Brier-Wert des einfachen Mittels ist der mittlere Brier-Wert der Fische minus diesem.',
    'Mean over the aggregators that hear the fish of the reputation a controller gives it.':
      'Mittel, über die Aggregatoren, die den Fisch hören, des Rufs, den eine Steuerung ihm gibt.',
    'Mean over the decisions of the round. REINFORCE and difference rewards: quality of the choice less the cost of its messages, less what is usual (without penalty: not less); else quality of the choice.':
      'Mittel über die Entscheidungen der Runde. REINFORCE und Differenzbelohnungen: Güte der Wahl minus die Kosten ihrer Nachrichten, minus das Übliche (ohne Strafe: nicht vermindert); sonst Güte der Wahl.',
    'Mean over the fish of a node. {0}': 'Mittel über die Fische eines Knotens. {0}',
    'Mean over the steps of the round of the Euclidean norm of the whole gradient, before clipping.':
      'Mittel über die Schritte der Runde der euklidischen Norm des ganzen Gradienten, vor dem Begrenzen.',
    'Mean over validation texts of the entropy of the weights a gate gives its experts: 0 where it trusts one alone, the logarithm of their number where it trusts all alike.':
      'Mittel über die Validierungstexte der Entropie der Gewichte, die eine Weiche ihren Experten gibt: 0, wo sie einem allein traut, der Logarithmus ihrer Anzahl, wo sie allen gleich traut.',
    'Mean prediction': 'Mittlere Vorhersage',
    'Mean probability of a token: {0}. The stronger a token is tinted, the less it was expected.':
      'Mittlere Wahrscheinlichkeit eines Tokens: {0}. Je kräftiger ein Token gefärbt ist, desto weniger wurde es erwartet.',
    'Mean share of right answers on the batches of the round, before each update, with dropout.':
      'Mittlerer Anteil richtiger Antworten auf den Batches der Runde, vor jeder Änderung, mit Dropout.',
    'Mean state': 'Mittlerer Zustand',
    'Mean weights': 'Mittlere Gewichte',
    'Measure automatically': 'Automatisch messen',
    'Measure by loss': 'Am Verlust messen',
    'Measure what each fish contributes': 'Messen, was jeder Fisch beiträgt',
    'Measured by': 'Gemessen an',
    'Measures and shows what a fish or an aggregator predicts, without changing it.':
      'Misst und zeigt, was ein Fisch oder ein Aggregator vorhersagt, ohne es zu ändern.',
    Median: 'Median',
    'Median and trimmed mean (arXiv 1803.01498) look at one class at a time; the geometric median (arXiv 1912.13445), Krum and Multi-Krum (Blanchard 2017) at whole predictions.':
      'Median und getrimmtes Mittel (arXiv 1803.01498) betrachten eine Klasse nach der anderen; der geometrische Median (arXiv 1912.13445), Krum und Multi-Krum (Blanchard 2017) ganze Vorhersagen.',
    'Menu of the chart {0}': 'Menü des Diagramms {0}',
    Merge: 'Verschmelzen',
    'Message loss': 'Nachrichtenverlust',
    Messages: 'Nachrichten',
    'Messages a text': 'Nachrichten je Text',
    'Messages between fish, hubs and servers that were lost in the round.':
      'Nachrichten zwischen Fischen, Verteilern und Servern, die in der Runde verloren gingen.',
    'Messages lost': 'Verlorene Nachrichten',
    'Messages that crossed links between fish, hubs and servers in the round, counted for each receiver. Answers to aggregators are counted at their links alone.':
      'Nachrichten, die in der Runde über Verbindungen zwischen Fischen, Verteilern und Servern gingen, je Empfänger gezählt. Antworten an Aggregatoren werden nur an ihren Verbindungen gezählt.',
    'Messages that crossed the link in the round, in both directions where weights are mixed; for up to 256 links.':
      'Nachrichten, die in der Runde über die Verbindung gingen, in beiden Richtungen, wo Gewichte gemischt werden; für bis zu 256 Verbindungen.',
    'Messages that were lost on the link in the round.':
      'Nachrichten, die auf der Verbindung in der Runde verloren gingen.',
    Method: 'Verfahren',
    Metric: 'Messwert',
    'Metric of this chart': 'Messwert dieses Diagramms',
    Middle: 'Mittlerer',
    'Middle button': 'Mittlere Maustaste',
    Mine: 'Meine',
    Mixes: 'Mischt',
    Model: 'Modell',
    Modular: 'Modular',
    'Modular addition': 'Modulare Addition',
    'Modularity of the network of open links between the living fish of an organiser, weighted by how far they are open, with the communities that greedy joining finds: above 0.3 there are clear ones.':
      'Modularität des Netzes offener Verbindungen zwischen den lebenden Fischen eines Organisators, gewichtet danach, wie weit sie offen sind, mit den Gemeinschaften, die gieriges Zusammenfügen findet: Über 0,3 gibt es deutliche.',
    'Module A': 'Modul A',
    'Module A · knows four subjects': 'Modul A · kennt vier Themen',
    'Module B': 'Modul B',
    'Module B · knows four others': 'Modul B · kennt vier andere',
    'Modules · each learns its own subjects': 'Module · jedes lernt seine Themen',
    Momentum: 'Impuls',
    'More about {0}': 'Mehr über {0}',
    'More confidence': 'Mehr Sicherheit',
    'More than this wait in the queue. Several at once share the processor, so that each takes longer.':
      'Mehr als so viele warten in der Schlange. Mehrere zugleich teilen sich den Prozessor, sodass jeder länger braucht.',
    'Most fish': 'Höchstens Fische',
    'Most rows': 'Höchstens Zeilen',
    Motion: 'Bewegung',
    'Move back': 'Zurück bewegen',
    'Move down': 'Nach unten bewegen',
    'Move forward': 'Vor bewegen',
    'Move left': 'Nach links bewegen',
    'Move right': 'Nach rechts bewegen',
    'Move the canvas': 'Fläche bewegen',
    'Move up': 'Nach oben bewegen',
    'Move {0} down': '{0} nach unten bewegen',
    'Move {0} up': '{0} nach oben bewegen',
    "Mu of FedProx (arXiv 1812.06127): pulls a client's weights towards the server's while it learns; 0: free.":
      'Mu von FedProx (arXiv 1812.06127): zieht die Gewichte eines Clients beim Lernen zu denen des Servers; 0: frei.',
    'Multi-Krum': 'Multi-Krum',
    Mutation: 'Mutation',
    Name: 'Name',
    'Name of the column with the class, or its number counted from 0; empty: guessed.':
      'Name der Spalte mit der Klasse, oder ihre Nummer, gezählt ab 0; leer: geraten.',
    'Name of the column with the text, or its number counted from 0; empty: guessed.':
      'Name der Spalte mit dem Text, oder ihre Nummer, gezählt ab 0; leer: geraten.',
    'Name of the group': 'Name der Gruppe',
    'Name of the node': 'Name des Knotens',
    'Name of the piece': 'Name des Stücks',
    'Name of the swarm': 'Name des Schwarms',
    'Name the class of a text, or tell the next token of it.':
      'Die Klasse eines Textes nennen, oder sein nächstes Token.',
    'Nearness decides which rule acts between two fish (Couzin 2002): the nearest repel (separation), others orient (alignment), the farther attract (cohesion).':
      'Die Nähe entscheidet, welche Regel zwischen zwei Fischen wirkt (Couzin 2002): Die nächsten stoßen ab (Abstand), andere richten aus (Ausrichtung), die ferneren ziehen an (Kohäsion).',
    'Neighbours learn from its share of the data too; a spare wakes with the weights of the best live neighbour and takes its place; or it starts again from its last good weights.':
      'Nachbarn lernen auch aus seinem Teil der Daten; ein Ersatzfisch erwacht mit den Gewichten des besten lebenden Nachbarn und nimmt seinen Platz ein; oder er beginnt neu mit seinen letzten guten Gewichten.',
    'Never end': 'Nie enden',
    'New name': 'Neuer Name',
    'New swarm': 'Neuer Schwarm',
    'New: {0}': 'Neu: {0}',
    'Next page': 'Nächste Seite',
    'Next token': 'Nächstes Token',
    'Next word': 'Nächstes Wort',
    No: 'Nein',
    'No answer.': 'Keine Antwort.',
    'No answers to compare yet': 'Noch keine Antworten zum Vergleichen',
    'No chart is shown. “Chart” above adds one.':
      'Kein Diagramm wird gezeigt. „Diagramm“ oben fügt eines hinzu.',
    'No checkpoint of the {0} rounds this run had done can be read, so it begins anew.':
      'Kein Sicherungspunkt der {0} Runden, die dieser Lauf gemacht hatte, ist lesbar, er beginnt darum von vorn.',
    'No column of "{0}" looks like a class label (its columns are {1}). Name the label column.':
      'Keine Spalte von „{0}“ sieht wie eine Klasse aus (die Spalten sind {1}). Nennen Sie die Klassenspalte.',
    'No column of "{0}" looks like text. Name the text column.':
      'Keine Spalte von „{0}“ sieht wie Text aus. Nennen Sie die Textspalte.',
    'No command is called “{0}”.': 'Kein Befehl heißt „{0}“.',
    'No description.': 'Keine Beschreibung.',
    'No drift': 'Keine Drift',
    'No file is chosen. Choose a file with the examples.':
      'Keine Datei ist gewählt. Wählen Sie eine Datei mit den Beispielen.',
    'No fish can join: "{0}" was learnt for the fish there were at the start. Add a fish that nothing trainable hears, or start a new run.':
      'Kein Fisch kann dazukommen: „{0}“ wurde für die Fische gelernt, die es am Anfang gab. Fügen Sie einen Fisch hinzu, den nichts Trainierbares hört, oder starten Sie einen neuen Lauf.',
    'No fish gives it predictions, so it has nothing to do: link fish to it, or delete it.':
      'Kein Fisch gibt ihm Vorhersagen, er hat also nichts zu tun: Verbinden Sie Fische mit ihm oder löschen Sie ihn.',
    'No fish gives it weights, so it has nothing to do: link fish to it, or delete it.':
      'Kein Fisch gibt ihm Gewichte, er hat also nichts zu tun: Verbinden Sie Fische mit ihm oder löschen Sie ihn.',
    'No fish is alive: revive one and resume, or stop the run.':
      'Kein Fisch lebt: Beleben Sie einen wieder und setzen Sie fort, oder halten Sie den Lauf an.',
    'No fish swims yet': 'Noch schwimmt kein Fisch',
    'No generation yet': 'Noch keine Generation',
    'No kind of node fits {0}.': 'Keine Art von Knoten passt an {0}.',
    'No kind of node is called “{0}”.': 'Keine Art von Knoten heißt „{0}“.',
    'No model can reach a loss below {0} nats a token (perplexity {1}) on the built-in task "{2}".':
      'Kein Modell kann bei der eingebauten Aufgabe „{2}“ einen Verlust unter {0} Nats je Token (Perplexität {1}) erreichen.',
    'No node is called “{0}”.': 'Kein Knoten heißt „{0}“.',
    'No node or link is called “{0}”.': 'Kein Knoten und keine Verbindung heißt „{0}“.',
    'No port is called “{0}”.': 'Kein Anschluss heißt „{0}“.',
    'No recent files': 'Keine zuletzt geöffneten Dateien',
    'No row of this file could be read. Check the delimiter.':
      'Keine Zeile dieser Datei war lesbar. Prüfen Sie das Trennzeichen.',
    'No run fits': 'Kein Lauf passt',
    'No run is shown.': 'Es wird kein Lauf gezeigt.',
    'No run yet': 'Noch kein Lauf',
    'No shortcut is called “{0}”.': 'Kein Tastenkürzel heißt „{0}“.',
    'No such fish can join: its links and the rules of its school would join fish that learn from batches of their own ({0}). Let it take the place of a fish of its own node, or none.':
      'Ein solcher Fisch kann nicht dazukommen: Seine Verbindungen und die Regeln seiner Schule würden Fische verbinden, die aus eigenen Batches lernen ({0}). Lassen Sie ihn den Platz eines Fisches seines eigenen Knotens einnehmen, oder keinen.',
    'No such fish can join: those it would exchange states with have no weights for a fish of its kind ("{0}"). Let it take the place of a fish that is built like it, or none.':
      'Ein solcher Fisch kann nicht dazukommen: Die, mit denen er Zustände tauschen würde, haben keine Gewichte für einen Fisch seiner Art („{0}“). Lassen Sie ihn den Platz eines Fisches einnehmen, der gebaut ist wie er, oder keinen.',
    'No such fish can join: {0} learn from common batches, which examples of another share would change. Let it read the share of one of them, or take no place among them.':
      'Ein solcher Fisch kann nicht dazukommen: {0} lernen aus gemeinsamen Batches, die Beispiele eines anderen Teils ändern würden. Lassen Sie ihn den Teil eines von ihnen lesen, oder keinen Platz unter ihnen einnehmen.',
    'No swarm is open.': 'Kein Schwarm ist geöffnet.',
    'No swarm is running.': 'Kein Schwarm läuft.',
    'No weights yet': 'Noch keine Gewichte',
    'Nobody asks the early exits: link the fish to a cascade, which stops at the first that is sure, or take the exits away.':
      'Niemand fragt die frühen Ausgänge: Verbinden Sie den Fisch mit einer Kaskade, die beim ersten sicheren anhält, oder nehmen Sie die Ausgänge weg.',
    'Nobody decides who hears whom': 'Niemand entscheidet, wer wen hört',
    'Nobody hears anybody yet': 'Noch hört niemand jemanden',
    'Nobody talks through this hub: link fish to it, or delete it.':
      'Niemand spricht durch diesen Verteiler: Verbinden Sie Fische mit ihm oder löschen Sie ihn.',
    'Nobody to ask yet': 'Noch niemand zu fragen',
    'Nobody waits.': 'Niemand wartet.',
    'Nobody was heard.': 'Niemand wurde gehört.',
    Nodes: 'Knoten',
    'Nodes and links': 'Knoten und Verbindungen',
    'Nodes: {0}': 'Knoten: {0}',
    'What the nodes answer, over each other: fish (the mean of a school), early exits, aggregators. {0}':
      'Was die Knoten antworten, übereinander: Fische (das Mittel einer Schule), frühe Ausgänge, Aggregatoren. {0}',
    charts: 'Diagramme',
    'Nodes that you move keep to the dots. What is placed already stays where it is.':
      'Knoten, die Sie bewegen, bleiben auf den Punkten. Was schon liegt, bleibt, wo es ist.',
    Noise: 'Rauschen',
    'Noise and masks are made for weights; predictions would travel without them: turn them off, or let weights travel.':
      'Rauschen und Masken sind für Gewichte gemacht; Vorhersagen würden ohne sie reisen: Schalten Sie sie aus oder lassen Sie Gewichte reisen.',
    'Noise in weights': 'Rauschen in Gewichten',
    'Noise multiplier': 'Rauschfaktor',
    'Noise protects only updates of limited length: clip them, or set the noise multiplier to 0.':
      'Rauschen schützt nur Änderungen begrenzter Länge: Begrenzen Sie sie oder setzen Sie den Rauschfaktor auf 0.',
    None: 'Keine',
    'None of the kept runs has these words, this state, swarm and tag.':
      'Keiner der aufbewahrten Läufe hat diese Wörter, diesen Zustand, Schwarm und dieses Schlagwort.',
    'None of these runs was evaluated yet.': 'Keiner dieser Läufe wurde schon ausgewertet.',
    'None. This swarm can run.': 'Keine. Dieser Schwarm kann laufen.',
    'None: no link crosses the border of this group.':
      'Keine: Keine Verbindung kreuzt die Grenze dieser Gruppe.',
    'Not measured in this run': 'In diesem Lauf nicht gemessen',
    Note: 'Notiz',
    Notes: 'Notizen',
    'Nothing has been learnt yet': 'Noch wurde nichts gelernt',
    'Nothing has happened yet': 'Noch ist nichts geschehen',
    'Nothing is linked to this port.': 'Nichts ist mit diesem Anschluss verbunden.',
    'Nothing that is selected stands in a group.': 'Nichts vom Ausgewählten steht in einer Gruppe.',
    'Nothing that {0} does reaches the goal: link it, or delete it.':
      'Nichts von dem, was {0} tut, erreicht das Ziel: Verbinden oder löschen Sie ihn.',
    'Nothing to confuse': 'Nichts zu verwechseln',
    'Nothing was edited yet.': 'Noch wurde nichts bearbeitet.',
    'Numbers that describe one token inside the fish. The heads must divide it.':
      'Zahlen, die ein Token im Fisch beschreiben. Die Köpfe müssen sie teilen.',
    'ONNX Runtime': 'ONNX Runtime',
    'Of Adam, on rows that no fish learns from.': 'Von Adam, auf Zeilen, aus denen kein Fisch lernt.',
    'Of a cascade: sum over levels of the cost of a level times the share of validation texts that reach it; 1 is the cost of asking the deepest level alone. Costs are floating point operations of a forward pass.':
      'Von einer Kaskade: Summe über die Stufen aus den Kosten einer Stufe mal dem Anteil der Validierungstexte, die sie erreichen; 1 sind die Kosten, allein die tiefste Stufe zu fragen. Kosten sind Gleitkommaoperationen eines Vorwärtslaufs.',
    'Of a link only its strength can be changed while the swarm lives.':
      'Von einer Verbindung lässt sich nur die Stärke ändern, solange der Schwarm lebt.',
    'Of an aggregator that decides text by text who takes part, mean over validation texts of the part of one source: the share of texts that a level of a cascade answered, that Krum chose, or the mean weight a gate gave.':
      'Von einem Aggregator, der Text für Text entscheidet, wer mitwirkt, das Mittel über die Validierungstexte des Anteils einer Quelle: der Anteil der Texte, die eine Stufe einer Kaskade beantwortete oder Krum wählte, oder das mittlere Gewicht einer Weiche.',
    'Of everything on the screen but your own texts. The command line and the log of the engine stay English.':
      'Für alles auf dem Bildschirm außer Ihren eigenen Texten. Befehlszeile und Protokoll des Rechenkerns bleiben englisch.',
    'Of the examples of all fish': 'Von den Beispielen aller Fische',
    'Of the group {0} alone': 'Nur von der Gruppe {0}',
    'Of your own: {0}.': 'Von Ihren: {0}.',
    'Old fish': 'Alte Fische',
    'Old school · costly': 'Alte Schule · teuer',
    'On the tuning rows, before a generation breeds: accuracy of the fish, or minus its loss in nats.':
      'Auf den Tuning-Zeilen, bevor eine Generation züchtet: Genauigkeit des Fisches, oder minus sein Verlust in Nats.',
    'On validation': 'Auf der Validierung',
    'On validation, in per cent': 'Auf der Validierung, in Prozent',
    'Once a swarm has run, type a sentence here: every fish answers, and the aggregators say how they decided.':
      'Sobald ein Schwarm gelaufen ist, tippen Sie hier einen Satz ein: Jeder Fisch antwortet, und die Aggregatoren sagen, wie sie entschieden haben.',
    'Once a swarm runs, this shows how the weights of a fish are distributed and what learning changes of them.':
      'Sobald ein Schwarm läuft, zeigt dies, wie die Gewichte eines Fisches verteilt sind und was das Lernen daran ändert.',
    'One a fish': 'Eine je Fisch',
    'One a fish and layer': 'Eine je Fisch und Schicht',
    'One ancestor': 'Ein Ahne',
    'One copy of each part': 'Eine Kopie jedes Teils',
    'One data file at a time: “{0}” is taken, the others are not.':
      'Nur eine Datendatei auf einmal: „{0}“ wird genommen, die anderen nicht.',
    'One fish of four layers has a classifier after every layer. A cascade stops at the first that is sure: where the calibrated confidence of a layer is below 0.8 the text goes through the next. Beside it the same fish without exits. Measured: as right as all four layers (95 %) at a third of their cost.':
      'Ein Fisch aus vier Schichten hat nach jeder Schicht einen Klassifikator. Eine Kaskade hält beim ersten an, der sicher ist: Wo die kalibrierte Sicherheit einer Schicht unter 0,8 liegt, geht der Text durch die nächste. Daneben derselbe Fisch ohne Ausgänge. Gemessen: so oft richtig wie alle vier Schichten (95 %) bei einem Drittel ihrer Kosten.',
    'One for all': 'Einer für alles',
    'One in {0} is listed; the CSV file has all.':
      'Einer von {0} ist aufgeführt; die CSV-Datei enthält alle.',
    'One it gets wrong': 'Ein falsch beantwortetes',
    'One of the documents cannot be read, so they are not compared.':
      'Eines der Dokumente ist nicht lesbar, sie werden darum nicht verglichen.',
    'One part for each fish linked here; a school of n fish takes n parts.':
      'Ein Teil für jeden hier verbundenen Fisch; eine Schule aus n Fischen nimmt n Teile.',
    'One text': 'Ein Text',
    'Only a paused or stopped run can be resumed.':
      'Nur ein pausierter oder angehaltener Lauf kann fortgesetzt werden.',
    'Only a school of fish can be unfolded.': 'Nur eine Schule von Fischen lässt sich auffalten.',
    'Only fish and links can be changed while the swarm lives.':
      'Nur Fische und Verbindungen lassen sich ändern, solange der Schwarm lebt.',
    'Only {0} was heard.': 'Nur {0} wurde gehört.',
    Open: 'Öffnen',
    'Open a file…': 'Datei öffnen …',
    'Open and run': 'Öffnen und starten',
    'Open folder': 'Ordner öffnen',
    'Open recent': 'Zuletzt geöffnet',
    'Open swarms': 'Offene Schwärme',
    'Open the menu of a port first.': 'Öffnen Sie zuerst das Menü eines Anschlusses.',
    'Open theirs as a copy': 'Fremde als Kopie öffnen',
    'Open {0}': '{0} öffnen',
    'Opens the most trusted links between parts of the living swarm that would not hear each other.':
      'Öffnet die vertrauenswürdigsten Verbindungen zwischen Teilen des lebenden Schwarms, die einander sonst nicht hörten.',
    'Open…': 'Öffnen …',
    Optimizer: 'Optimierer',
    "Optimizer steps in which a client learns to give the consensus' answers.":
      'Optimiererschritte, in denen ein Client lernt, die Antworten des Konsenses zu geben.',
    Orange: 'Orange',
    Organisation: 'Organisation',
    Organise: 'Organisator',
    'Organised modules': 'Organisierte Module',
    Organiser: 'Organisator',
    'Orientation up to': 'Ausrichtung bis',
    'Outside this group. Press to go there.': 'Außerhalb dieser Gruppe. Drücken, um dorthin zu gehen.',
    Overview: 'Übersicht',
    'Own best': 'Eigener bester Ort',
    'Pages of runs': 'Seiten der Läufe',
    Palette: 'Palette',
    Panels: 'Gremien',
    Parameters: 'Parameter',
    Parents: 'Eltern',
    'Part of a source': 'Anteil einer Quelle',
    'Particle swarm': 'Partikelschwarm',
    Particles: 'Partikel',
    Parts: 'Teile',
    'Parts of A': 'Teile von A',
    'Parts of B': 'Teile von B',
    'Parts of the network': 'Teile des Netzes',
    'Parts of the network of open links between the living fish of an organiser that no link joins; 1: all are connected.':
      'Teile des Netzes offener Verbindungen zwischen den lebenden Fischen eines Organisators, die keine Verbindung zusammenfügt; 1: alle hängen zusammen.',
    'Parts that no fish reads at first: a fish that joins the running swarm takes one, so that its examples are its own.':
      'Teile, die anfangs kein Fisch liest: Ein Fisch, der zum laufenden Schwarm kommt, nimmt einen, sodass seine Beispiele ihm gehören.',
    Paste: 'Einfügen',
    'Passes over labelled text': 'Durchgänge durch Text mit Klassen',
    'Paste texts here, one a line': 'Texte hier einfügen, einer je Zeile',
    Patience: 'Geduld',
    Pause: 'Pause',
    Paused: 'Pausiert',
    Pausing: 'Pausiert gleich',
    'Pausing…': 'Pausiert gleich …',
    Penalty: 'Strafe',
    Period: 'Abstand der Änderungen',
    'Perpl.': 'Perpl.',
    Perplexity: 'Perplexität',
    'Perplexity falls from 30 to about 4 and comes near the best that the grammar allows, which the log of the run names. The flat fish, taught by the deep ones, end as good as they are: their lines lie on each other. Try: type the beginning of a sentence such as "the dogs that see a cat" and read what the swarm says next, at a low and a high temperature: the verb must agree with its subject across the clause; stop the run at round 2 and ask again.':
      'Die Perplexität fällt von 30 auf etwa 4, nahe an den besten Wert, den die Grammatik zulässt und den das Protokoll des Laufs nennt. Die flachen Fische, von den tiefen gelehrt, werden so gut wie diese: Ihre Linien liegen aufeinander. Probieren Sie: Tippen Sie einen Satzanfang wie „the dogs that see a cat“ und lesen Sie, wie der Schwarm ihn fortsetzt, bei niedriger und bei hoher Temperatur: Das Verb muss über den Nebensatz hinweg zu seinem Subjekt passen; halten Sie den Lauf in Runde 2 an und fragen Sie noch einmal.',
    Perturbation: 'Abwandlung',
    Pinch: 'Zwei Finger',
    Place: 'Ort',
    'Plain mean': 'Einfaches Mittel',
    'Plot of {0}. Plus and minus zoom, arrows move, Escape shows all.':
      'Kurve von {0}. Plus und Minus zoomen, Pfeile bewegen, Esc zeigt alles.',
    'Pointer on the canvas': 'Zeiger auf der Fläche',
    Polarization: 'Polarisierung',
    Pooling: 'Pooling',
    Population: 'Population',
    'Population-based training': 'Population Based Training',
    'Population-based training (arXiv 1711.09846), a genetic algorithm, a particle swarm over weights (Model Swarms, arXiv 2410.11163), or merging of weights by CMA-ES (arXiv 2403.13187).':
      'Population Based Training (arXiv 1711.09846), ein genetisches Verfahren, ein Partikelschwarm über Gewichten (Model Swarms, arXiv 2410.11163) oder Verschmelzen von Gewichten durch CMA-ES (arXiv 2403.13187).',
    'Population-based training chooses learning rates, but these fish stop learning at the first generation.':
      'Population Based Training wählt Lernraten, diese Fische hören aber mit der ersten Generation auf zu lernen.',
    Ports: 'Anschlüsse',
    Positions: 'Positionen',
    Precision: 'Präzision',
    Prediction: 'Vorhersage',
    Predictions: 'Vorhersagen',
    'Predictions on public text': 'Vorhersagen zu öffentlichem Text',
    Preparing: 'Wird vorbereitet',
    'Press Run, and accuracy and loss of the swarm and of every fish are drawn here as they change.':
      'Drücken Sie „Starten“, und Genauigkeit und Verlust des Schwarms und jedes Fisches werden hier gezeichnet, während sie sich ändern.',
    'Previous page': 'Vorige Seite',
    Privacy: 'Datenschutz',
    'Privacy loss of one client so far, at the chosen delta: Rényi accountant of the subsampled Gaussian mechanism, one step for each time the server acted.':
      'Bisheriger Verlust an Datenschutz eines Clients beim gewählten Delta: Rényi-Buchführung des Gauß-Mechanismus mit Stichproben, ein Schritt für jedes Mal, dass der Server handelte.',
    'Private texts': 'Private Texte',
    Probabilities: 'Wahrscheinlichkeiten',
    'Probabilities (deep ensembles, arXiv 1612.01474), or logits: a geometric mean, which a sure fish moves more.':
      'Wahrscheinlichkeiten (Deep Ensembles, arXiv 1612.01474) oder Logits: ein geometrisches Mittel, das ein sicherer Fisch stärker bewegt.',
    'Probability a round': 'Wahrscheinlichkeit je Runde',
    'Probability that a message is lost.': 'Wahrscheinlichkeit, dass eine Nachricht verloren geht.',
    Probe: 'Sonde',
    'Problem: {0}': 'Problem: {0}',
    Problems: 'Probleme',
    'Problems within': 'Probleme darin',
    'Proximal term': 'Proximaler Term',
    'Public text': 'Öffentlicher Text',
    'Public texts': 'Öffentliche Texte',
    Pull: 'Zug',
    'Pulls weights towards zero, decoupled from the gradient.':
      'Zieht Gewichte zur Null, vom Gradienten entkoppelt.',
    'Put "{0}" in between': '„{0}“ dazwischensetzen',
    'Put a node into a link': 'Knoten in eine Verbindung setzen',
    'Put an average in between': 'Einen Mittelwert dazwischensetzen',
    'Quality (accuracy; language modelling: 1 / perplexity) on the tuning rows of what the aggregators of an organiser say with the links it opened, mean over them.':
      'Güte (Genauigkeit; Sprachmodellierung: 1 / Perplexität) auf den Tuning-Zeilen dessen, was die Aggregatoren eines Organisators mit den geöffneten Verbindungen sagen, über sie gemittelt.',
    "Quality of the swarm's answer to the tuning rows less its quality without this fish (leave one out). Quality: accuracy; language modelling: 1 / perplexity. Where the answer is a mean of means, or one vote or mean of logits.":
      'Güte der Antwort des Schwarms auf die Tuning-Zeilen minus ihre Güte ohne diesen Fisch (Leave-one-out). Güte: Genauigkeit; Sprachmodellierung: 1 / Perplexität. Wo die Antwort ein Mittel von Mitteln ist, oder eine Abstimmung oder ein Mittel von Logits.',
    'Quality of what a fish and those it hears say together on the tuning rows that are like its own share, mean over the fish of an organiser.':
      'Güte dessen, was ein Fisch und die, die er hört, zusammen zu den Tuning-Zeilen sagen, die seinem Teil gleichen, über die Fische eines Organisators gemittelt.',
    Queue: 'Warteschlange',
    Queued: 'Wartet',
    Quorum: 'Quorum',
    REINFORCE: 'REINFORCE',
    'Random parts': 'Zufällige Teile',
    Rash: 'Hastig',
    Rate: 'Rate',
    'Rate of the last optimizer step of the round, warm-up and schedule included.':
      'Rate des letzten Optimiererschritts der Runde, Aufwärmen und Verlauf eingeschlossen.',
    ReLU: 'ReLU',
    'Reached when accuracy or F1 (0 to 1) is at least this, or loss or perplexity at most this; empty: none.':
      'Erreicht, wenn Genauigkeit oder F1 (0 bis 1) mindestens so groß sind, oder Verlust oder Perplexität höchstens so groß; leer: keiner.',
    'Reading the runs…': 'Die Läufe werden gelesen …',
    Reads: 'Liest',
    'Reads capital letters as small ones.': 'Liest Großbuchstaben als kleine.',
    'Reads no more than this many rows; 0 reads all.': 'Liest nicht mehr als so viele Zeilen; 0 liest alle.',
    Recall: 'Trefferquote',
    'Reconnect now': 'Jetzt neu verbinden',
    Redo: 'Wiederholen',
    'Redo {0}': 'Wiederholen: {0}',
    'Redone: {0}': 'Wiederholt: {0}',
    Reduced: 'Verringert',
    'Reduced: nothing moves by itself, neither messages on links nor the view when it jumps to a node.':
      'Verringert: Nichts bewegt sich von selbst, weder Nachrichten auf Verbindungen noch die Ansicht, wenn sie zu einem Knoten springt.',
    Reinforce: 'Bestärkung',
    Relief: 'Entlastung',
    Remove: 'Entfernen',
    'Remove tag {0}': 'Schlagwort {0} entfernen',
    'Remove this chart': 'Dieses Diagramm entfernen',
    'Remove {0}': '{0} entfernen',
    'Remove {0} from the swarm': '{0} aus dem Schwarm entfernen',
    Rename: 'Umbenennen',
    'Rename {0}': '{0} umbenennen',
    Replace: 'Ersetzen',
    'Replace the dead': 'Tote ersetzen',
    'Replaced share': 'Ersetzter Anteil',
    Replay: 'Abspielen',
    Reports: 'Berichte',
    'Repulsion up to': 'Abstoßung bis',
    Reputation: 'Ruf',
    'Reputation of a source': 'Ruf einer Quelle',
    Reputations: 'Ruf',
    'Restart after': 'Neustart nach',
    'Restart fish instead': 'Stattdessen Fische neu starten',
    'Restart it instead': 'Stattdessen neu starten',
    Restore: 'Wiederherstellen',
    'Restore in the running swarm': 'Im laufenden Schwarm wiederherstellen',
    Result: 'Ergebnis',
    Resume: 'Fortsetzen',
    'Resumed after round {0} on {1}.': 'Nach Runde {0} mit {1} fortgesetzt.',
    'Resuming…': 'Wird fortgesetzt …',
    Revive: 'Beleben',
    'Revive a fish': 'Fisch beleben',
    Reward: 'Belohnung',
    'Reward lost for each KiB that crosses the links to answer one text.':
      'Belohnung, die für jedes KiB verloren geht, das für die Antwort auf einen Text über die Verbindungen geht.',
    Rewarded: 'Belohnt',
    Rewards: 'Belohnungen',
    Ridge: 'Ridge',
    'Ring talk': 'Ringgespräch',
    Robust: 'Robust',
    'Robust method': 'Robustes Verfahren',
    Robustness: 'Robustheit',
    'Roles by thresholds': 'Rollen nach Schwellen',
    Rotary: 'Drehend',
    'Rotary positions turn numbers in pairs, but a head has {0} (width {1} / {2} heads): make it even, or use learned positions.':
      'Drehende Positionen drehen Zahlen paarweise, ein Kopf hat aber {0} (Breite {1} / {2} Köpfe): Machen Sie die Zahl gerade oder nehmen Sie gelernte Positionen.',
    Round: 'Runde',
    Rounds: 'Runden',
    'Rounds a message is late.': 'Runden, um die sich eine Nachricht verspätet.',
    'Rounds between two checkpoints: at most so much is lost when the machine fails.':
      'Runden zwischen zwei Sicherungspunkten: Höchstens so viel geht verloren, wenn der Rechner ausfällt.',
    'Rounds between two measurements on validation.': 'Runden zwischen zwei Messungen auf der Validierung.',
    'Rounds count from 1: let the first regime begin at round 1.':
      'Runden zählen ab 1: Lassen Sie die erste Phase in Runde 1 beginnen.',
    'Rounds from one generation to the next.': 'Runden von einer Generation zur nächsten.',
    'Rounds in a row that a fish may fail to finish its local steps before something is done.':
      'Runden hintereinander, in denen ein Fisch seine lokalen Schritte verfehlen darf, bevor etwas geschieht.',
    'Rounds together': 'Gemeinsame Runden',
    'Rows a decision': 'Zeilen je Entscheidung',
    'Rows a try': 'Zeilen je Versuch',
    'Rows that cannot be read': 'Nicht lesbare Zeilen',
    'Rows with one value of this column stay together: one speaker, one client, one hospital.':
      'Zeilen mit einem Wert dieser Spalte bleiben zusammen: ein Sprecher, ein Kunde, ein Krankenhaus.',
    Run: 'Starten',
    'Run again with another seed': 'Mit anderem Startwert wiederholen',
    'Run again…': 'Wiederholen …',
    'Run settings': 'Lauf',
    'Run settings hold from the first round to the last.':
      'Einstellungen des Laufs gelten von der ersten Runde bis zur letzten.',
    'Run this swarm': 'Diesen Schwarm starten',
    'Run with several seeds': 'Mit mehreren Startwerten',
    'Run with several seeds…': 'Mit mehreren Startwerten …',
    'Run {0} has ended.': 'Lauf {0} ist beendet.',
    'Run {0} has no checkpoint that can be read: it has not learnt anything yet, or its files are damaged. Start or resume it first.':
      'Lauf {0} hat keinen lesbaren Sicherungspunkt: Er hat noch nichts gelernt, oder seine Dateien sind beschädigt. Starten Sie ihn zuerst oder setzen Sie ihn fort.',
    Running: 'Läuft',
    'Running swarm': 'Laufender Schwarm',
    Runs: 'Läufe',
    'Runs at once': 'Läufe zugleich',
    'Runs at the same time': 'Läufe zur selben Zeit',
    SGD: 'SGD',
    "SGD's memory of earlier steps.": 'Gedächtnis von SGD für frühere Schritte.',
    Save: 'Speichern',
    'Save all metrics as CSV': 'Alle Messwerte als CSV speichern',
    'Save as CSV': 'Als CSV speichern',
    'Save as PNG': 'Als PNG speichern',
    'Save as SVG': 'Als SVG speichern',
    'Save as template': 'Als Vorlage speichern',
    'Save as template…': 'Als Vorlage speichern …',
    'Save as…': 'Speichern unter …',
    'Save mine over it': 'Meine darüber speichern',
    'Save to palette': 'In die Palette speichern',
    'Saved “{0}” in the palette, under Mine.': '„{0}“ in der Palette gespeichert, unter „Meine“.',
    'Saved “{0}”.': '„{0}“ gespeichert.',
    Schedule: 'Verlauf',
    School: 'Schule',
    'School A': 'Schule A',
    'School B': 'Schule B',
    'School of the east': 'Schule Ost',
    'School of the west': 'Schule West',
    'Schooling with rewards': 'Schwärmen mit Belohnung',
    Schools: 'Schulen',
    'Schools under a hierarchy': 'Schulen unter einer Hierarchie',
    'Schools · alignment and cohesion': 'Schulen · Ausrichtung und Kohäsion',
    'Schools: {0}': 'Schulen: {0}',
    Scout: 'Späher',
    'Sea and sky': 'Meer und Himmel',
    'Search commands': 'Befehle suchen',
    'Search commands…': 'Befehle suchen …',
    'Search name, tag, note': 'Läufe durchsuchen',
    'Search nodes': 'Knoten suchen',
    'Search runs': 'Läufe suchen',
    'Search shortcuts': 'Tastenkürzel suchen',
    'Search templates': 'Vorlagen suchen',
    'Secure aggregation': 'Sichere Aggregation',
    Seed: 'Startwert',
    Seeds: 'Startwerte',
    'Seen at least': 'Mindestens gesehen',
    'Select a fish of a running swarm first, one to which this can be done.':
      'Wählen Sie zuerst einen Fisch eines laufenden Schwarms aus, bei dem das möglich ist.',
    'Select a fish or school of a running swarm first.':
      'Wählen Sie zuerst einen Fisch oder eine Schule eines laufenden Schwarms aus.',
    'Select a group first.': 'Wählen Sie zuerst eine Gruppe aus.',
    'Select a link between fish, or into an aggregator, of a running swarm first.':
      'Wählen Sie zuerst eine Verbindung eines laufenden Schwarms zwischen Fischen oder in einen Aggregator aus.',
    'Select a link that was cut or changed while the swarm ran first.':
      'Wählen Sie zuerst eine Verbindung aus, die während des Laufs getrennt oder geändert wurde.',
    'Select a node first.': 'Wählen Sie zuerst einen Knoten aus.',
    'Select all': 'Alles auswählen',
    'Select at least two nodes of fish.': 'Wählen Sie mindestens zwei Fischknoten aus.',
    'Select in a box': 'Im Rahmen auswählen',
    'Select nothing': 'Nichts auswählen',
    'Select one group first.': 'Wählen Sie zuerst eine Gruppe aus.',
    'Select one school first.': 'Wählen Sie zuerst eine Schule aus.',
    'Select something first.': 'Wählen Sie zuerst etwas aus.',
    'Select what is connected': 'Verbundenes auswählen',
    'Select {0} on the canvas': '{0} auf der Fläche auswählen',
    Selection: 'Auswahl',
    'Self-organising': 'Selbstorganisierend',
    'Self-renewing': 'Selbsterneuernd',
    Senses: 'Nimmt wahr',
    Sentences: 'Sätze',
    Separation: 'Abstand',
    Server: 'Server',
    'Server rate': 'Serverrate',
    'Set copies to 2': 'Kopien auf 2 setzen',
    'Set copies to {0}': 'Kopien auf {0} setzen',
    'Set heads to {0}': 'Köpfe auf {0} setzen',
    'Set it back': 'Zurücksetzen',
    'Set it back to the default': 'Auf den Standard zurücksetzen',
    'Set it to {0}': 'Auf {0} setzen',
    'Set the context to {0}': 'Kontext auf {0} setzen',
    'Set the quorum to {0}': 'Quorum auf {0} setzen',
    'Set the target to {0}': 'Zielwert auf {0} setzen',
    'Set {0} to 0': '{0} auf 0 setzen',
    Settings: 'Einstellungen',
    'Settings…': 'Einstellungen …',
    Shard: 'Aufteilung',
    Share: 'Anteil',
    'Share of clients': 'Anteil der Clients',
    'Share of data': 'Anteil der Daten',
    'Share of live fish whose answer is that of the swarm, mean over validation texts.':
      'Anteil der lebenden Fische, deren Antwort die des Schwarms ist, Mittel über die Validierungstexte.',
    'Share of pairs of live fish that answer a validation text differently, mean over texts.':
      'Anteil der Paare lebender Fische, die einen Validierungstext verschieden beantworten, Mittel über die Texte.',
    'Share of the updates that were longer than the clip length.':
      'Anteil der Änderungen, die länger waren als die Begrenzungslänge.',
    'Share of validation texts (tokens) whose most probable class (next token) for the aggregator is the true one.':
      'Anteil der Validierungstexte (Tokens), deren wahrscheinlichste Klasse (nächstes Token) beim Aggregator die wahre ist.',
    'Share of validation texts (tokens) whose most probable class (next token) for the answer linked to the goal is the true one.':
      'Anteil der Validierungstexte (Tokens), deren wahrscheinlichste Klasse (nächstes Token) bei der mit dem Ziel verbundenen Antwort die wahre ist.',
    'Share of validation texts (tokens) whose most probable class (next token) for the fish alone is the true one.':
      'Anteil der Validierungstexte (Tokens), deren wahrscheinlichste Klasse (nächstes Token) beim Fisch allein die wahre ist.',
    'Shared: all fish begin with the same weights. Weights can be mixed well only if they descend from one ancestor.':
      'Gemeinsam: Alle Fische beginnen mit denselben Gewichten. Gewichte lassen sich nur gut mischen, wenn sie von einem Ahnen stammen.',
    'Shared: every fish sees all': 'Gemeinsam: jeder Fisch sieht alles',
    'Shift click': 'Umschalt + Klick',
    'Shift drag': 'Umschalt + Ziehen',
    Shoal: 'Schwärmchen',
    'Shortest step': 'Kleinster Schritt',
    'Show a running swarm first.': 'Zeigen Sie zuerst einen laufenden Schwarm.',
    'Show all': 'Alle zeigen',
    'Show all runs in a large window': 'Alle Läufe in einem großen Fenster zeigen',
    'Show or hide the inspector': 'Inspektor zeigen oder verbergen',
    'Show or hide the palette': 'Palette zeigen oder verbergen',
    'Show or hide the runs panel': 'Bereich der Läufe zeigen oder verbergen',
    'Show this group alone': 'Nur diese Gruppe zeigen',
    'Show what is in it': 'Zeigen, was darin ist',
    'Shuurai was closed before its turn came. Resume it to put it into the queue again.':
      'Shuurai wurde geschlossen, bevor er an der Reihe war. Setzen Sie ihn fort, um ihn wieder in die Schlange zu stellen.',
    'Sign flip': 'Vorzeichen umgekehrt',
    'Six fish in a ring, each with many examples of a few topics and few of the others. Each senses the state of one neighbour while it thinks, and every second round neighbours mix their weights, so that what one has learned travels around the ring.':
      'Sechs Fische im Ring, jeder mit vielen Beispielen weniger Themen und wenigen der anderen. Jeder nimmt beim Denken den Zustand eines Nachbarn wahr, und jede zweite Runde mischen Nachbarn ihre Gewichte, sodass um den Ring wandert, was einer gelernt hat.',
    'Sixteen houses': 'Sechzehn Häuser',
    Size: 'Größe',
    "Size of the gate's own token embeddings, whose mean is all it sees of a text.":
      'Größe der eigenen Token-Einbettungen der Weiche; deren Mittel ist alles, was sie von einem Text sieht.',
    'Skewed classes (Dirichlet)': 'Schiefe Klassen (Dirichlet)',
    'Skip unreadable rows': 'Nicht lesbare Zeilen überspringen',
    Slow: 'Langsam',
    Small: 'Klein',
    'Small parts': 'Kleine Teile',
    'Small values trust the best voice alone, large values trust all alike.':
      'Kleine Werte trauen der besten Stimme allein, große allen gleich.',
    'Small values trust the most useful alone, large values all alike.':
      'Kleine Werte trauen dem Nützlichsten allein, große allen gleich.',
    'Snap to other nodes': 'An anderen Knoten einrasten',
    'Snap to other nodes, on or off': 'An anderen Knoten einrasten, ein oder aus',
    'Snap to the grid': 'Am Raster einrasten',
    'Snap to the grid, on or off': 'Am Raster einrasten, ein oder aus',
    'Snapping to nodes is off': 'Einrasten an Knoten ist aus',
    'Snapping to nodes is on': 'Einrasten an Knoten ist ein',
    Source: 'Quelle',
    'Space drag': 'Leertaste + Ziehen',
    'Spare parts': 'Reserveteile',
    Spares: 'Ersatzfische',
    Speed: 'Geschwindigkeit',
    Stacking: 'Stapeln',
    'Stacking learns a weight for every pair of classes, which a vocabulary has far too many of: use a gate, or average the fish.':
      'Stapeln lernt ein Gewicht für jedes Klassenpaar, wovon ein Vokabular viel zu viele hat: Nehmen Sie eine Weiche oder mitteln Sie die Fische.',
    'Standard deviation of the Gaussian noise, as a multiple of the root mean square of each parameter.':
      'Standardabweichung des gaußschen Rauschens, als Vielfaches des quadratischen Mittels jedes Parameters.',
    'Standard deviation of the mean weights a gate gives its live experts, divided by their mean: 0 where all have the same to do.':
      'Standardabweichung der mittleren Gewichte, die eine Weiche ihren lebenden Experten gibt, geteilt durch deren Mittel: 0, wo alle gleich viel zu tun haben.',
    Start: 'Beginn',
    'Start from one ancestor': 'Von einem Ahnen beginnen',
    Started: 'Gestartet',
    'Started: {0}, {1}, {2}, seed {3}.': 'Gestartet: {0}, {1}, {2}, Startwert {3}.',
    'Starting…': 'Wird gestartet …',
    State: 'Zustand',
    States: 'Zustände',
    Step: 'Schritt',
    'Step decay': 'Abfall der Schritte',
    Steps: 'Schritte',
    'Steps a round': 'Schritte je Runde',
    'Steps…': 'Schritte …',
    Stop: 'Stopp',
    'Stop after all rounds': 'Nach allen Runden anhalten',
    'Stop at {0} of {1}': 'Halt {0} von {1}',
    'Stop snapping to other nodes': 'Nicht mehr an anderen Knoten einrasten',
    'Stop snapping to the grid': 'Nicht mehr am Raster einrasten',
    'Stop the replay': 'Abspielen anhalten',
    Stopped: 'Angehalten',
    'Stopped after {0}': 'Angehalten nach {0}',
    Stopping: 'Wird angehalten',
    'Stopping…': 'Wird angehalten …',
    Storyteller: 'Erzähler',
    Straggler: 'Nachzügler',
    Strangers: 'Fremde',
    Strength: 'Stärke',
    'Strength of {0}: {1}': 'Stärke von {0}: {1}',
    'Strike all of its fish': 'Alle seine Fische treffen',
    'Strike at round {0}': 'In Runde {0} zuschlagen',
    Strikes: 'Trifft',
    'Strikes fish at a round or at random: crashes, slows, silences or corrupts them, to see what the swarm does.':
      'Trifft Fische in einer Runde oder zufällig: lässt sie abstürzen, bremst, bringt zum Schweigen oder verdirbt sie, um zu sehen, was der Schwarm tut.',
    Subjects: 'Themen',
    Supervise: 'Aufsicht',
    Supervision: 'Aufsicht',
    Swarm: 'Schwarm',
    'Swarm and fish': 'Schwarm und Fische',
    '“{0}” is no longer on disk. Its tab has all of it: save to write it again.':
      '„{0}“ liegt nicht mehr auf dem Datenträger. Der Tab hat alles davon: Speichern schreibt die Datei neu.',
    'add {0} into a link': '{0} in eine Verbindung einfügen',
    'Every measured value as an event file of TensorBoard':
      'Jeder gemessene Wert als Ereignisdatei von TensorBoard',
    'Metrics for TensorBoard': 'Messwerte für TensorBoard',
    'Every measured value as a table (CSV)': 'Jeder gemessene Wert als Tabelle (CSV)',
    'Metrics as CSV': 'Messwerte als CSV',
    'A spare part, if its shard has one': 'Einem freien Teil, wenn ihre Aufteilung einen hat',
    Add: 'Hinzufügen',
    'Add a fish, and choose its place…': 'Einen Fisch hinzufügen und seinen Platz wählen…',
    'Beside nobody': 'Neben niemandem',
    'Beside {0}': 'Neben {0}',
    'Built and trained like': 'Gebaut und trainiert wie',
    'Choose its place…': 'Platz wählen …',
    'It hears no other fish, and only answers.': 'Er hört keinen anderen Fisch und antwortet nur.',
    'It hears {0}.': 'Er hört {0}.',
    'It is heard by {0}.': 'Er wird gehört von {0}.',
    'It is steered by {0}.': 'Er wird gesteuert von {0}.',
    'It joins at the beginning of the next round; the others keep all they learned.':
      'Er kommt am Anfang der nächsten Runde dazu; die anderen behalten alles, was sie gelernt haben.',
    'Its place': 'Sein Platz',
    'Learns from': 'Lernt aus',
    'Nobody is linked with it there.': 'Dort ist niemand mit ihm verbunden.',
    'The examples of {0}': 'Den Beispielen von {0}',
    'Where there is no spare part, it reads those of the fish it is like.':
      'Gibt es keinen freien Teil, liest er die des Fisches, dem er gleicht.',
    '{0} for {1}': '{0} für {1}',
    '{0} in the cascade': '{0} in der Kaskade',
    '{0}: the next level of the cascade answers': '{0}: Die nächste Stufe der Kaskade antwortet',
    'The folder {0}, which was chosen in the settings for runs and everything else, is not there. Connect its drive, or delete {1} to go back to {2}.':
      'Der Ordner {0}, der in den Einstellungen für Läufe und alles andere gewählt wurde, ist nicht da. Schließen Sie sein Laufwerk an, oder löschen Sie {1}, um zu {2} zurückzukehren.',
    'Write the whole path of a folder, from its drive or "/" on, not “{0}”.':
      'Schreiben Sie den ganzen Pfad eines Ordners, vom Laufwerk oder von „/“ an, nicht „{0}“.',
    'That is the folder in use already.': 'Das ist der Ordner, der schon benutzt wird.',
    '{0} lies within the folder in use. Choose one beside it.':
      '{0} liegt in dem Ordner, der benutzt wird. Wählen Sie einen daneben.',
    '{0} is a file. Choose a folder, or a name that is not taken.':
      '{0} ist eine Datei. Wählen Sie einen Ordner oder einen freien Namen.',
    '{0} cannot be written to: {1}. Choose another folder.':
      'In {0} kann nicht geschrieben werden: {1}. Wählen Sie einen anderen Ordner.',
    '{0} has “{1}” of its own already. Choose an empty folder, or leave what there is where it is.':
      '{0} hat schon „{1}“. Wählen Sie einen leeren Ordner, oder lassen Sie das Vorhandene, wo es ist.',
    'Nothing was moved to {0}: {1}.': 'Nichts wurde nach {0} verschoben: {1}.',
    'SHUURAI_HOME says where everything lies, and stands above this setting. Start Shuurai without it to choose here.':
      'SHUURAI_HOME sagt, wo alles liegt, und steht über dieser Einstellung. Starten Sie Shuurai ohne sie, um hier zu wählen.',
    'Runs are going or waiting ({0}). Stop them or let them end first, then choose the folder.':
      'Es laufen oder warten Läufe ({0}). Beenden Sie sie zuerst oder lassen Sie sie enden, dann wählen Sie den Ordner.',
    'This engine was opened in a folder that cannot be changed.':
      'Dieser Rechenkern wurde in einem Ordner geöffnet, der nicht gewechselt werden kann.',
    'Runs, templates, parts and drafts move there. Data you gave stay where they are, because swarms name them by their path.':
      'Läufe, Vorlagen, Teile und Entwürfe ziehen dorthin um. Gegebene Daten bleiben, wo sie sind, weil Schwärme sie mit ihrem Pfad nennen.',
    'Runs and templates stay, and are found again when you choose this folder again. Open tabs and settings go along.':
      'Läufe und Vorlagen bleiben und sind wieder da, wenn Sie diesen Ordner wieder wählen. Offene Tabs und Einstellungen kommen mit.',
    'Templates of yours': 'Eigene Vorlagen',
    'All of it lies in one folder, which SHUURAI_HOME names. Start Shuurai without it to choose the folder here.':
      'Alles liegt in einem Ordner, den SHUURAI_HOME nennt. Starten Sie Shuurai ohne sie, um den Ordner hier zu wählen.',
    'All of it lies in one folder, also for the command line.':
      'Alles liegt in einem Ordner, auch für die Befehlszeile.',
    'Choose another…': 'Anderen wählen…',
    'From now on everything lies in {0}.': 'Von jetzt an liegt alles in {0}.',
    'Folder for everything': 'Ordner für alles',
    'What is there now': 'Was jetzt da ist',
    'Moves along': 'Zieht mit um',
    'Stays where it is': 'Bleibt, wo es ist',
    'Close other windows of Shuurai first.': 'Schließen Sie zuerst andere Fenster von Shuurai.',
    'Use this folder': 'Diesen Ordner benutzen',
    '“{0}” is no longer on disk: this is how it was when it was last open here.':
      '„{0}“ liegt nicht mehr auf dem Datenträger: So war es, als es zuletzt hier offen war.',
    'This is “{0}” as it was last opened or saved here; this browser cannot look at the file itself.':
      'Dies ist „{0}“, wie es hier zuletzt geöffnet oder gespeichert wurde; die Datei selbst kann dieser Browser nicht ansehen.',
    'Clear this list': 'Diese Liste leeren',
    'A key occurs twice in the same place; keep one of them.':
      'Ein Schlüssel kommt an derselben Stelle zweimal vor; behalten Sie einen davon.',
    'This line is indented by tabs; YAML wants spaces.':
      'Diese Zeile ist mit Tabulatoren eingerückt; YAML verlangt Leerzeichen.',
    'This does not stand under what it belongs to: check how far it is indented, and put a text with a colon in quotation marks.':
      'Dies steht nicht unter dem, wozu es gehört: Prüfen Sie die Einrückung, und setzen Sie einen Text mit Doppelpunkt in Anführungszeichen.',
    'Here should be a key and a colon.': 'Hier sollten ein Schlüssel und ein Doppelpunkt stehen.',
    'After the colon of a key there should be a space and its value.':
      'Nach dem Doppelpunkt eines Schlüssels sollten ein Leerzeichen und sein Wert stehen.',
    'The file ends inside a value; part of it seems to be missing.':
      'Die Datei endet mitten in einem Wert; ein Teil scheint zu fehlen.',
    'Here should be a comma or a closing bracket.':
      'Hier sollte ein Komma oder eine schließende Klammer stehen.',
    'A backslash in this text is not followed by a character YAML allows.':
      'Auf einen Rückstrich in diesem Text folgt kein Zeichen, das YAML erlaubt.',
    'Here is a character that is not text.': 'Hier steht ein Zeichen, das kein Text ist.',
    'This is not YAML as it should be: check the indentation, colons and quotation marks here.':
      'Dies ist kein YAML, wie es sein soll: Prüfen Sie hier Einrückung, Doppelpunkte und Anführungszeichen.',
    'Another Shuurai process works on this run: change it there, or wait until it ends.':
      'Ein anderer Shuurai-Prozess arbeitet an diesem Lauf: Ändern Sie ihn dort oder warten Sie, bis er endet.',
    'Anchors and aliases (& and *) are not read: write the value out.':
      'Anker und Verweise (& und *) werden nicht gelesen: Schreiben Sie den Wert aus.',
    'Tags (!) are not read: write the value without one.':
      'Markierungen (!) werden nicht gelesen: Schreiben Sie den Wert ohne.',
    'The file holds more than one YAML document; a swarm is one.':
      'Die Datei enthält mehr als ein YAML-Dokument; ein Schwarm ist eines.',
    'The file has more than 4 million characters, too many for a swarm in YAML; save it as .swarm.':
      'Die Datei hat mehr als 4 Millionen Zeichen, zu viele für einen Schwarm in YAML; speichern Sie ihn als .swarm.',
    'This number is not finite.': 'Diese Zahl ist nicht endlich.',
    'A key is a text; this one is a list or a map.':
      'Ein Schlüssel ist ein Text; dieser ist eine Liste oder eine Zuordnung.',
    'A swarm in YAML is one map of keys and values, but this is {0}.':
      'Ein Schwarm in YAML ist eine Zuordnung von Schlüsseln zu Werten, doch dies ist {0}.',
    'Switch between dark and light': 'Zwischen dunkel und hell wechseln',
    'Table of last numbers': 'Tabelle der letzten Zahlen',
    Tag: 'Schlagwort',
    'Take it out of the group': 'Aus der Gruppe nehmen',
    'Take it out of the other one': 'Aus der anderen nehmen',
    'Take out "{0}"': '„{0}“ herausnehmen',
    'Take out of its group': 'Aus der Gruppe nehmen',
    'Take the exits away': 'Ausgänge wegnehmen',
    'Take the mean': 'Das Mittel annehmen',
    'Take the plain mean': 'Einfaches Mittel nehmen',
    'Take theirs': 'Fremde übernehmen',
    'Take {0} out of the queue': '{0} aus der Schlange nehmen',
    Talk: 'Sprechen',
    Target: 'Zielwert',
    Task: 'Aufgabe',
    Tau: 'Tau',
    Teal: 'Türkis',
    Temperature: 'Temperatur',
    'Temperature of a level': 'Temperatur einer Stufe',
    Templates: 'Vorlagen',
    'Templates that cannot be used': 'Vorlagen, die nicht nutzbar sind',
    'Tensor "{0}" cannot be saved: its {1} values do not fit {2}[{3}].':
      'Tensor „{0}“ kann nicht gespeichert werden: Seine {1} Werte passen nicht zu {2}[{3}].',
    'TensorFlow.js': 'TensorFlow.js',
    Test: 'Prüfen',
    Text: 'Text',
    'Text and label cannot be the same column.': 'Text und Klasse können nicht dieselbe Spalte sein.',
    'Text column': 'Textspalte',
    'Text for language modelling has no classes to divide by: divide at random or by a column.':
      'Text für Sprachmodellierung hat keine Klassen, nach denen man teilen könnte: Teilen Sie zufällig oder nach einer Spalte.',
    'Text for language modelling has no classes to drift between: leave the drift empty.':
      'Text für Sprachmodellierung hat keine Klassen, zwischen denen er driften könnte: Lassen Sie die Drift leer.',
    'Text for language modelling has no labels to flip: choose another fault.':
      'Text für Sprachmodellierung hat keine Klassen, die man verfälschen könnte: Wählen Sie eine andere Störung.',
    'Text of the comment': 'Text der Notiz',
    'Text to try': 'Text zum Ausprobieren',
    Texts: 'Texte',
    'Texts of the cell': 'Texte der Zelle',
    'Texts to try, one a line': 'Texte zum Ausprobieren, einer je Zeile',
    'That crossed the links of its node in the last round, divided by the fish of the node':
      'Was in der letzten Runde über die Verbindungen seines Knotens ging, geteilt durch die Fische des Knotens',
    'The Dirichlet alpha must be above 0, not {0}.': 'Das Dirichlet-Alpha muss über 0 liegen, nicht bei {0}.',
    'The Dirichlet concentration: small values give every fish few classes, large ones an even mix.':
      'Die Dirichlet-Konzentration: Kleine Werte geben jedem Fisch wenige Klassen, große eine gleichmäßige Mischung.',
    'The accuracy of the swarm and of its mean fish rise together, since all houses soon hold nearly the same model; messages jump at every fourth round, when the heads meet. From round 21 half of the fish are dead: their texts are gone for good, but what they taught is in the weights of the west, which goes on. Try: revive the east at round 28, and see it take over the model of the council; divide the texts by class, so that each school knows other topics, and see why that is much worse; set the council to every 12 rounds.':
      'Die Genauigkeit des Schwarms und die seines mittleren Fisches steigen zusammen, weil bald alle Häuser fast dasselbe Modell haben; die Nachrichten springen in jeder vierten Runde, wenn sich die Zentralen treffen. Ab Runde 21 ist die Hälfte der Fische tot: Ihre Texte sind für immer fort, aber was sie lehrten, steckt in den Gewichten des Westens, der weitermacht. Probieren Sie: Beleben Sie den Osten in Runde 28 wieder und sehen Sie, wie er das Modell des Rats übernimmt; teilen Sie die Texte nach Klassen auf, sodass jede Schule andere Themen kennt, und sehen Sie, warum das viel schlechter ist; lassen Sie den Rat nur alle 12 Runden tagen.',
    'The aggregators whose sources it rewards and punishes.':
      'Die Aggregatoren, deren Quellen sie belohnt und bestraft.',
    'The aggregators, or the fish, among which it decides who is heard.':
      'Die Aggregatoren oder die Fische, zwischen denen er entscheidet, wer gehört wird.',
    'The answer program says nothing of "{0}".': 'Das Antwortprogramm sagt nichts über „{0}“.',
    'The best fish that live on unchanged, so that the best is never lost.':
      'Die besten Fische, die unverändert weiterleben, damit das Beste nie verloren geht.',
    'The best share of the living that may be parents.':
      'Der beste Anteil der lebenden, die Eltern sein dürfen.',
    'The browser could not draw this picture. Export it as SVG instead.':
      'Der Browser konnte dieses Bild nicht zeichnen. Exportieren Sie es stattdessen als SVG.',
    'The built-in task "{0}" has no labels: it is for language modelling, but the fish are classifiers. Choose another task or another kind of fish.':
      'Die eingebaute Aufgabe „{0}“ hat keine Klassen: Sie ist für Sprachmodellierung, die Fische sind aber Klassifikatoren. Wählen Sie eine andere Aufgabe oder eine andere Art von Fisch.',
    'The canvas is empty.': 'Die Fläche ist leer.',
    'The cascade has one level, so nothing can go up: link a second, larger fish or an aggregator, or give the fish early exits.':
      'Die Kaskade hat nur eine Stufe, nichts kann also weiter nach oben: Verbinden Sie einen zweiten, größeren Fisch oder einen Aggregator, oder geben Sie dem Fisch frühe Ausgänge.',
    'The cascade is about as right as the deep fish, and its cost falls from 1 (asking the deep fish alone) to about a fifth as the cheaper levels learn. From round 16 to 21 the deep fish is dead and the middle one takes over: nothing is left unanswered. Try: kill Middle at round 25 with a right-click and look at the cost; set the threshold of the cascade to 0.95 or 0.5 and compare the two runs; kill two levels at once.':
      'Die Kaskade hat etwa so oft recht wie der tiefe Fisch, und ihre Kosten fallen von 1 (den tiefen Fisch allein zu fragen) auf etwa ein Fünftel, wenn die billigeren Stufen lernen. Von Runde 16 bis 21 ist der tiefe Fisch tot, und der mittlere übernimmt: Nichts bleibt unbeantwortet. Probieren Sie: Töten Sie in Runde 25 den mittleren mit einem Rechtsklick und sehen Sie auf die Kosten; setzen Sie die Schwelle der Kaskade auf 0,95 oder 0,5 und vergleichen Sie beide Läufe; töten Sie zwei Stufen zugleich.',
    'The cascade is as right as the whole fish, and its cost falls from 1 (all four layers for every text) as the early layers learn. The bar of the cascade shows how many texts each layer answers, the lines of the layers how often each is right. Try: set the threshold to 0.95 or 0.6 and compare the two runs; give the fish eight layers.':
      'Die Kaskade hat so oft recht wie der ganze Fisch, und ihre Kosten fallen von 1 (alle vier Schichten für jeden Text), wenn die frühen Schichten lernen. Der Balken der Kaskade zeigt, wie viele Texte jede Schicht beantwortet, die Linien der Schichten, wie oft jede recht hat. Probieren Sie: Setzen Sie die Schwelle auf 0,95 oder 0,6 und vergleichen Sie beide Läufe; geben Sie dem Fisch acht Schichten.',
    'The changes since it was last saved would be lost.':
      'Die Änderungen seit dem letzten Speichern gingen verloren.',
    'The character between columns; empty: found by looking at the file.':
      'Das Zeichen zwischen den Spalten; leer: durch Ansehen der Datei gefunden.',
    'The checkpoint does not fit the swarm: it has no tensor "{0}" of the shape [{1}]. It was written by another version or belongs to another document; start the run anew.':
      'Der Sicherungspunkt passt nicht zum Schwarm: Er hat keinen Tensor „{0}“ der Form [{1}]. Er wurde von einer anderen Version geschrieben oder gehört zu einem anderen Dokument; beginnen Sie den Lauf von vorn.',
    'The checkpoint does not fit the swarm: it was written by another version or belongs to another document. Start the run anew.':
      'Der Sicherungspunkt passt nicht zum Schwarm: Er wurde von einer anderen Version geschrieben oder gehört zu einem anderen Dokument. Beginnen Sie den Lauf von vorn.',
    'The checkpoint does not fit: "{0}" should be numbers of 32 bits. Start the run anew.':
      'Der Sicherungspunkt passt nicht: „{0}“ sollten Zahlen mit 32 Bit sein. Beginnen Sie den Lauf von vorn.',
    'The clipboard holds no nodes of a swarm.': 'Die Zwischenablage enthält keine Knoten eines Schwarms.',
    'The connection to the engine was closed.': 'Die Verbindung zum Rechenkern wurde geschlossen.',
    'The connection to the engine was lost before "{0}" was answered ({1}). Try again.':
      'Die Verbindung zum Rechenkern riss ab, bevor „{0}“ beantwortet war ({1}). Versuchen Sie es noch einmal.',
    'The consensus of the clients, back to them.': 'Der Konsens der Clients, zurück an sie.',
    'The counts appear with it and follow the run.': 'Die Zahlen erscheinen mit ihr und folgen dem Lauf.',
    'The data drift: from round {0} on only {1}.': 'Die Daten driften: ab Runde {0} nur {1}.',
    'The data of "{0}" changed since the run began, so it cannot go on as it would have. Put the old file back, or start a new run.':
      'Die Daten von „{0}“ haben sich seit Beginn des Laufs geändert, er kann also nicht weitergehen wie zuvor. Stellen Sie die alte Datei wieder her oder starten Sie einen neuen Lauf.',
    'The dataset to divide.': 'Der Datensatz, der aufgeteilt wird.',
    'The datasets have different tokenizer settings; those of the first dataset are used for all.':
      'Die Datensätze haben verschiedene Token-Einstellungen; die des ersten gelten für alle.',
    'The disk is full: {0}. Free some space and resume the run.':
      'Der Datenträger ist voll: {0}. Schaffen Sie Platz und setzen Sie den Lauf fort.',
    'The document': 'Das Dokument',
    'The document of run {0}': 'Das Dokument von Lauf {0}',
    'The document of this run cannot be read: {0}': 'Das Dokument dieses Laufs ist nicht lesbar: {0}',
    'The documents are the same.': 'Die Dokumente sind gleich.',
    'The elite is {0} fish of {1}, so that none would be born: let fewer live on.':
      'Die Elite sind {0} Fische von {1}, sodass keiner geboren würde: Lassen Sie weniger weiterleben.',
    'The engine cannot be reached at the moment.': 'Der Rechenkern ist gerade nicht erreichbar.',
    'The engine cannot be reached. You can go on designing; runs and drafts wait until it is back.':
      'Der Rechenkern ist nicht erreichbar. Sie können weiter entwerfen; Läufe und Entwürfe warten, bis er wieder da ist.',
    'The engine cannot be reached: {0}.': 'Der Rechenkern ist nicht erreichbar: {0}.',
    'The engine did not answer "{0}" within {1} s. It may be busy; try again.':
      'Der Rechenkern hat „{0}“ nicht innerhalb von {1} s beantwortet. Vielleicht ist er beschäftigt; versuchen Sie es noch einmal.',
    'The engine did not understand a message: {0}. Reload the page or update Shuurai.':
      'Der Rechenkern hat eine Nachricht nicht verstanden: {0}. Laden Sie die Seite neu oder aktualisieren Sie Shuurai.',
    'The engine ended before it could answer. Ask again.':
      'Die Engine endete, bevor sie antworten konnte. Fragen Sie noch einmal.',
    'The engine ended four times within a minute and is not started again. Your swarms and runs are safe on disk: start Shuurai again.':
      'Der Rechenkern endete viermal innerhalb einer Minute und wird nicht wieder gestartet. Ihre Schwärme und Läufe sind auf dem Datenträger sicher: Starten Sie Shuurai neu.',
    'The engine ended {0} times within a minute (last exit code {1}). ':
      'Der Rechenkern endete {0}-mal innerhalb einer Minute (letzter Endcode {1}). ',
    'The engine has no method "{0}". Update Shuurai.':
      'Der Rechenkern kennt „{0}“ nicht. Aktualisieren Sie Shuurai.',
    'The engine process did not answer.': 'Der Prozess des Rechenkerns hat nicht geantwortet.',
    'The engine sent a message this view does not understand. Reload the page or update Shuurai.':
      'Der Rechenkern hat eine Nachricht geschickt, die diese Ansicht nicht versteht. Laden Sie die Seite neu oder aktualisieren Sie Shuurai.',
    'The engine speaks protocol {0}, this view {1}. Reload the page, or update the older of the two.':
      'Der Rechenkern spricht Protokoll {0}, diese Ansicht {1}. Laden Sie die Seite neu oder aktualisieren Sie das ältere von beiden.',
    'The engine that ran it ended. Resume it: it goes on from its last checkpoint.':
      'Der Rechenkern, der ihn ausführte, ist beendet. Setzen Sie ihn fort: Er geht vom letzten Sicherungspunkt weiter.',
    'The engine was asked already.': 'Der Rechenkern wurde schon darum gebeten.',
    'The engine\'s answer to "{0}" is not what it should be ({1}: {2}). Reload the page or update Shuurai.':
      'Die Antwort des Rechenkerns auf „{0}“ ist nicht, wie sie sein sollte ({1}: {2}). Laden Sie die Seite neu oder aktualisieren Sie Shuurai.',
    'The epsilon above which the run warns; 0: it never does.':
      'Das Epsilon, über dem der Lauf warnt; 0: nie.',
    'The evaluation ended without a result.': 'Die Auswertung endete ohne Ergebnis.',
    'The exact mean of the weights of all who live and take part.':
      'Das genaue Mittel der Gewichte aller, die leben und teilnehmen.',
    'The examples have no column "{0}" to divide them by. Choose another column.':
      'Die Beispiele haben keine Spalte „{0}“, nach der man sie teilen könnte. Wählen Sie eine andere Spalte.',
    'The examples of {0}, a client of a federated server, must be its own, but {1} and {2} both give out the same data: let all fish read from one shard.':
      'Die Beispiele von {0}, einem Client eines föderierten Servers, müssen seine eigenen sein, aber {1} und {2} geben beide dieselben Daten aus: Lassen Sie alle Fische aus einer Aufteilung lesen.',
    'The examples of {0}, a client of a federated server, must be its own, but {1} gives {2} to several fish: divide them.':
      'Die Beispiele von {0}, einem Client eines föderierten Servers, müssen seine eigenen sein, aber {1} gibt mehreren Fischen {2}: Teilen Sie sie auf.',
    'The executor "{0}" cannot be used here: {1} Choose another one, or "auto".':
      'Das Rechenwerk „{0}“ ist hier nicht nutzbar: {1} Wählen Sie ein anderes oder „auto“.',
    'The fastest that works': 'Das schnellste, das hier läuft',
    'The fault strikes at round {0}, but the run ends after round {1}.':
      'Die Störung schlägt in Runde {0} zu, der Lauf endet aber nach Runde {1}.',
    'The fault strikes fish {0}, but "{1}" has {2}.': 'Die Störung trifft Fisch {0}, aber „{1}“ hat {2}.',
    'The fault would end at round {0}, before it strikes at round {1}: choose a later round, or 0 for never.':
      'Die Störung endete in Runde {0}, bevor sie in Runde {1} zuschlägt: Wählen Sie eine spätere Runde, oder 0 für nie.',
    'The fewest living voices it needs; with fewer the swarm refuses to answer.':
      'Die wenigsten lebenden Stimmen, die er braucht; mit weniger verweigert der Schwarm die Antwort.',
    'The file "{0}" of run {1} is damaged; start the run anew from its document.':
      'Die Datei „{0}“ von Lauf {1} ist beschädigt; beginnen Sie den Lauf aus seinem Dokument von vorn.',
    'The file does not say its "version", so it is no swarm file.':
      'Die Datei nennt keine „version“, sie ist also keine Schwarmdatei.',
    'The file ends inside a text; part of it seems to be missing.':
      'Die Datei endet mitten in einem Text; ein Teil scheint zu fehlen.',
    'The file ends where {0} should follow; part of it seems to be missing.':
      'Die Datei endet dort, wo {0} folgen müsste; ein Teil scheint zu fehlen.',
    'The file has {0} million characters; a swarm has at most 16.':
      'Die Datei hat {0} Millionen Zeichen; ein Schwarm hat höchstens 16.',
    'The file is empty (0 bytes). If it was a swarm, look for a copy of it, or for its tab among those restored.':
      'Die Datei ist leer (0 Byte). War sie ein Schwarm, suchen Sie eine Kopie davon oder ihren Reiter unter den wiederhergestellten.',
    'The file is empty.': 'Die Datei ist leer.',
    'The file is larger than 64 MB, too large for a swarm. Choose a .swarm file.':
      'Die Datei ist größer als 64 MB, zu groß für einen Schwarm. Wählen Sie eine .swarm-Datei.',
    'The file on disk is no longer the one this tab was opened from, and the tab has changes of its own. Taking theirs can be undone.':
      'Die Datei auf dem Datenträger ist nicht mehr die, aus der dieser Reiter geöffnet wurde, und der Reiter hat eigene Änderungen. Das Übernehmen lässt sich rückgängig machen.',
    'The file on disk is no longer the one this tab was opened from. Taking theirs can be undone.':
      'Die Datei auf dem Datenträger ist nicht mehr die, aus der dieser Reiter geöffnet wurde. Das Übernehmen lässt sich rückgängig machen.',
    'The first generation would come after round {0}, but the run ends after round {1}.':
      'Die erste Generation käme nach Runde {0}, der Lauf endet aber nach Runde {1}.',
    'The first point appears after the first evaluation.':
      'Der erste Punkt erscheint nach der ersten Auswertung.',
    'The first step length, in velocities.': 'Die erste Schrittlänge, in Geschwindigkeiten.',
    'The first {0} of {1} are shown; the CSV file has all of them.':
      'Die ersten {0} von {1} werden gezeigt; die CSV-Datei enthält alle.',
    'The fish and aggregators it hears; the strength of a link is the weight of what comes through it.':
      'Die Fische und Aggregatoren, die er hört; die Stärke einer Verbindung ist das Gewicht dessen, was durch sie kommt.',
    'The fish have up to {0} million parameters, which takes about {1} GB of memory to train: use fewer, narrower or flatter fish if that is too much.':
      'Die Fische haben bis zu {0} Millionen Parameter, was beim Trainieren etwa {1} GB Speicher braucht: Nehmen Sie weniger, schmalere oder flachere Fische, falls das zu viel ist.',
    'The fish it controls have no {0} links among each other, so there is nothing to organise between them: draw some.':
      'Die Fische, die er steuert, haben untereinander keine Verbindungen für {0}, zu organisieren gibt es also nichts: Zeichnen Sie welche.',
    'The fish it watches.': 'Die Fische, über die sie wacht.',
    'The fish of {0} are clients of {1}, so their examples must stay with them, but fish that follow {2} learn from common examples: set it to 0, or let them leave the server.':
      'Die Fische von {0} sind Clients von {1}, ihre Beispiele müssen also bei ihnen bleiben, aber Fische mit {2} lernen aus gemeinsamen Beispielen: Setzen Sie den Wert auf 0 oder lassen Sie sie den Server verlassen.',
    'The fish of {0} follow each other by the rules of schooling, which hold within one node: set alignment, cohesion and separation to 0 first.':
      'Die Fische von {0} folgen einander nach Schwarmregeln, die innerhalb eines Knotens gelten: Setzen Sie zuerst Ausrichtung, Kohäsion und Abstand auf 0.',
    'The fish or schools it strikes.': 'Die Fische oder Schulen, die sie trifft.',
    'The fish or schools that evolve together; all of one shape.':
      'Die Fische oder Schulen, die sich zusammen entwickeln; alle gleich gebaut.',
    'The fish train alone until the end of this round; then the first generation comes.':
      'Die Fische trainieren bis zum Ende dieser Runde allein; dann kommt die erste Generation.',
    'The folder {0} {1}. Choose a new folder, or go on with the run in it with --resume.':
      'Der Ordner {0} {1}. Wählen Sie einen neuen Ordner, oder setzen Sie den Lauf darin mit --resume fort.',
    'The gate has one expert and nothing to choose from: link more fish.':
      'Die Weiche hat einen Experten und nichts zu wählen: Verbinden Sie mehr Fische.',
    'The gate is to ask {0} experts about each text, but only {1} are linked: ask fewer, or link more fish.':
      'Die Weiche soll zu jedem Text {0} Experten fragen, verbunden sind aber nur {1}: Fragen Sie weniger oder verbinden Sie mehr Fische.',
    'The gate listened to {0}.': 'Die Weiche hörte auf {0}.',
    'The generated examples depend on this number only, so that two runs with different seeds can share them.':
      'Die erzeugten Beispiele hängen nur von dieser Zahl ab, damit zwei Läufe mit verschiedenen Startwerten sie teilen können.',
    'The grid is off': 'Das Raster ist aus',
    'The grid is on': 'Das Raster ist ein',
    'The group "{0}" stands inside "{1}", which is not in the swarm.':
      'Die Gruppe „{0}“ steht in „{1}“, die es im Schwarm nicht gibt.',
    'The group "{0}" stands inside itself, by way of "{1}": take one of them out.':
      'Die Gruppe „{0}“ steht über „{1}“ in sich selbst: Nehmen Sie eine der beiden heraus.',
    'The key "{0}" is not allowed.': 'Der Schlüssel „{0}“ ist nicht erlaubt.',
    'The key "{0}" occurs twice in the same place; keep one of them.':
      'Der Schlüssel „{0}“ kommt an derselben Stelle zweimal vor; behalten Sie einen davon.',
    'The label column "{0}" of "{1}" has {2} in {3}; that is no class. Choose another label column.':
      'Die Klassenspalte „{0}“ von „{1}“ hat {2} in {3}; das ist keine Klasse. Wählen Sie eine andere Klassenspalte.',
    'The label is empty.': 'Die Klasse ist leer.',
    'The letter "{0}" has no content.': 'Der Brief „{0}“ hat keinen Inhalt.',
    'The line has no text after its label.': 'Die Zeile hat hinter ihrer Klasse keinen Text.',
    'The line is not JSON.': 'Die Zeile ist kein JSON.',
    'The line is not an object.': 'Die Zeile ist kein Objekt.',
    'The link "{0}" does not lead from fish "{1}" to fish "{2}".':
      'Die Verbindung „{0}“ führt nicht von Fisch „{1}“ zu Fisch „{2}“.',
    'The link comes from "{0}", which is not in the swarm: delete the link.':
      'Die Verbindung kommt von „{0}“, das es im Schwarm nicht gibt: Löschen Sie die Verbindung.',
    'The link goes to "{0}", which is not in the swarm: delete the link.':
      'Die Verbindung geht zu „{0}“, das es im Schwarm nicht gibt: Löschen Sie die Verbindung.',
    'The longest gradient of a fish that is used at full length; 0 does not clip.':
      'Der längste Gradient eines Fisches, der in voller Länge zählt; 0 begrenzt nicht.',
    'The longest update of a client that is used at full length; 0 does not clip.':
      'Die längste Änderung eines Clients, die in voller Länge zählt; 0 begrenzt nicht.',
    'The mean fish moves in a saw-tooth: alone, each house drifts towards its own few topics; with every exchange all of them know what the others found, without a text having crossed a link. From round 19 to 24 two houses are missing, and take the model of the others when they return. Try: set "Every" of the server to 1 or to 12; compress the updates to 8 bits and look at the bytes; set the server to secure aggregation; make two clients invert what they say and choose a robust method.':
      'Der mittlere Fisch bewegt sich im Zickzack: Allein driftet jedes Haus zu seinen wenigen Themen; mit jedem Austausch wissen alle, was die anderen fanden, ohne dass ein Text eine Verbindung gekreuzt hätte. Von Runde 19 bis 24 fehlen zwei Häuser und übernehmen bei ihrer Rückkehr das Modell der anderen. Probieren Sie: Setzen Sie „Alle“ des Servers auf 1 oder 12; komprimieren Sie die Änderungen auf 8 Bit und sehen Sie auf die Bytes; stellen Sie den Server auf sichere Aggregation; lassen Sie zwei Clients das Gegenteil sagen und wählen Sie ein robustes Verfahren.',
    'The mean of what living fish predict, weighted by the strength of the links.':
      'Der Mittelwert dessen, was lebende Fische vorhersagen, gewichtet mit der Stärke der Verbindungen.',
    'The metrics could not be exported: {0}': 'Die Messwerte konnten nicht exportiert werden: {0}',
    'The most entries of the vocabulary, the four special tokens included.':
      'Die meisten Einträge des Vokabulars, die vier besonderen Tokens eingeschlossen.',
    'The most tokens a fish reads at once; longer texts are cut. The same for every fish of a swarm.':
      'Die meisten Tokens, die ein Fisch auf einmal liest; längere Texte werden abgeschnitten. Für jeden Fisch eines Schwarms gleich.',
    'The new language shows when the page is loaded again. Drafts are kept, and runs go on.':
      'Die neue Sprache zeigt sich, wenn die Seite neu geladen wird. Entwürfe bleiben erhalten, und Läufe gehen weiter.',
    'The newest checkpoint of the run has no fish "{0}". Ask for one that lived when it was written.':
      'Der neueste Sicherungspunkt des Laufs hat keinen Fisch „{0}“. Fragen Sie nach einem, der lebte, als er geschrieben wurde.',
    'The nodes could not be arranged: {0}': 'Die Knoten konnten nicht angeordnet werden: {0}',
    'The noise is reckoned for the sum of the updates, which a robust method does not form':
      'Das Rauschen ist für die Summe der Änderungen berechnet, die ein robustes Verfahren nicht bildet',
    'The non-linearity of the feed-forward part.': 'Die Nichtlinearität des Feed-forward-Teils.',
    'The number {0} is too large.': 'Die Zahl {0} ist zu groß.',
    'The part of all weight that is dealt out evenly after each evaluation, so that nobody is locked out.':
      'Der Teil allen Gewichts, der nach jeder Auswertung gleichmäßig verteilt wird, damit niemand ausgesperrt bleibt.',
    'The path of the file contains a NUL character.': 'Der Pfad der Datei enthält ein NUL-Zeichen.',
    'The picture is cut off, and no swarm stands in what there is of it. Use another copy of the file.':
      'Das Bild ist abgeschnitten, und in dem, was da ist, steht kein Schwarm. Nehmen Sie eine andere Kopie der Datei.',
    'The picture is larger than 64 MB, too large for one that carries a swarm.':
      'Das Bild ist größer als 64 MB, zu groß für eines, das einen Schwarm enthält.',
    'The plain average of all fish mixes those who know with those who guess, and falls when three of A lie. The organised modules lose little: the liars lose the trust of "Voice of A", the latecomers win that of "Voice of B", and the gate never has to know. Try: switch the organiser to edges learned by REINFORCE, which with some seeds settles on the liars, since they have the majority in A; kill all of Module B with a right-click and see that A answers on its topics as before; heal the liars at round 25; cut the link from the organiser to Voice of A, and see the gate alone.':
      'Der einfache Mittelwert aller Fische mischt, wer weiß, mit dem, der rät, und fällt, wenn drei von A lügen. Die organisierten Module verlieren wenig: Die Lügner verlieren das Vertrauen der „Stimme von A“, die Nachzügler gewinnen das der „Stimme von B“, und die Weiche muss es nie erfahren. Probieren Sie: Stellen Sie den Organisator auf Kanten, die REINFORCE lernt, was sich mit manchen Startwerten für die Lügner entscheidet, weil sie in A die Mehrheit haben; töten Sie mit einem Rechtsklick ganz Modul B und sehen Sie, dass A zu seinen Themen antwortet wie zuvor; heilen Sie in Runde 25 die Lügner; trennen Sie die Verbindung vom Organisator zur Stimme von A und sehen Sie die Weiche allein.',
    'The plain average of everybody ("Everybody") falls to about nothing, because the liars have the majority. The answer that the organiser steers dips and stays near where it was, above the best single fish. The bars of "Trusted" show how the liars lose their place. Try: heal the liars at round 20 with a right-click and see whether they are trusted again; switch the method to trust by usefulness; switch the baseline off, and trust swings: even honest fish lose it for a while.':
      'Der einfache Mittelwert von allen („Alle“) fällt auf fast nichts, weil die Lügner die Mehrheit haben. Die Antwort, die der Organisator steuert, taucht kurz ab und bleibt nah an ihrem alten Wert, über dem besten einzelnen Fisch. Die Balken von „Vertraute“ zeigen, wie die Lügner ihren Platz verlieren. Probieren Sie: Heilen Sie in Runde 20 mit einem Rechtsklick die Lügner und sehen Sie, ob ihnen wieder getraut wird; stellen Sie das Verfahren auf Vertrauen nach Nutzen; schalten Sie die Grundlinie aus, und das Vertrauen schwankt: Selbst ehrliche Fische verlieren es eine Zeit lang.',
    'The prepared data have no rows of the dataset "{0}".':
      'Die vorbereiteten Daten haben keine Zeilen des Datensatzes „{0}“.',
    'The probability that a message of the fish is lost; what it tells one receiver in one round is one message.':
      'Die Wahrscheinlichkeit, dass eine Nachricht des Fisches verloren geht; was er einem Empfänger in einer Runde sagt, ist eine Nachricht.',
    'The probability that a round strikes a fish that is not struck already.':
      'Die Wahrscheinlichkeit, dass eine Runde einen Fisch trifft, der nicht schon getroffen ist.',
    'The probability with which the promise of epsilon may fail; well below one over the number of clients.':
      'Die Wahrscheinlichkeit, mit der das Versprechen des Epsilons brechen darf; weit unter eins durch die Zahl der Clients.',
    "The public text has labels that no fish's own examples have: {0}. Theirs are {1}. Choose other public text, or make no passes over labelled text.":
      'Der öffentliche Text hat Klassen, die keine eigenen Beispiele der Fische haben: {0}. Ihre sind {1}. Wählen Sie anderen öffentlichen Text oder keine Durchgänge durch Text mit Klassen.',
    'The public text of "{0}" is empty. Choose another file.':
      'Der öffentliche Text von „{0}“ ist leer. Wählen Sie eine andere Datei.',
    'The quorum is {0}, but only {1}, so the swarm could never answer.':
      'Das Quorum ist {0}, es gilt aber nur: {1}. So könnte der Schwarm nie antworten.',
    'The quotation marks of "{0}" are broken in {1} or more, first at line {2}. Check the delimiter, or save the table again with each quotation mark inside a cell doubled.':
      'Die Anführungszeichen von „{0}“ sind in mindestens {1} kaputt, zuerst in Zeile {2}. Prüfen Sie das Trennzeichen, oder speichern Sie die Tabelle neu und verdoppeln Sie jedes Anführungszeichen innerhalb einer Zelle.',
    'The regime from round {0} names no class, or an empty one.':
      'Die Phase ab Runde {0} nennt keine Klasse oder eine leere.',
    'The regime from round {0} stands after that from round {1}: write them in the order of their rounds.':
      'Die Phase ab Runde {0} steht hinter der ab Runde {1}: Schreiben Sie sie in der Reihenfolge ihrer Runden.',
    'The request {0} is not valid: {1}.': 'Die Anfrage {0} ist nicht gültig: {1}.',
    'The round at whose start it ends; a crashed fish returns with the weights it had. 0: it never ends.':
      'Die Runde, an deren Anfang sie endet; ein abgestürzter Fisch kehrt mit den Gewichten zurück, die er hatte. 0: Sie endet nie.',
    'The rounds after which a fish struck at random is free again; 0: it never is.':
      'Die Runden, nach denen ein zufällig getroffener Fisch wieder frei ist; 0: nie.',
    'The row contains a NUL byte.': 'Die Zeile enthält ein NUL-Byte.',
    'The row contains bytes that are not UTF-8.': 'Die Zeile enthält Bytes, die kein UTF-8 sind.',
    'The row has {0}; {1}.': 'Die Zeile hat {0}; {1}.',
    'The run at {0} was written by a newer version of Shuurai. Update Shuurai to open it.':
      'Der Lauf in {0} wurde von einer neueren Version von Shuurai geschrieben. Aktualisieren Sie Shuurai, um ihn zu öffnen.',
    'The run began on {0} with {1} threads and goes on on {2} with {3}: its numbers will differ in the last digits from those of an uninterrupted run.':
      'Der Lauf begann mit {0} und {1} Threads und geht mit {2} und {3} weiter: Seine Zahlen werden in den letzten Stellen von denen eines ununterbrochenen Laufs abweichen.',
    'The run could not be resumed: {0}': 'Der Lauf konnte nicht fortgesetzt werden: {0}',
    'The run diverged: no fish is left. The last was "{0}" ({1}) in round {2}, when {3} was no longer a number. Lower its learning rate ({4}){5} or make its warm-up longer.':
      'Der Lauf ist divergiert: Kein Fisch ist übrig. Der letzte war „{0}“ ({1}) in Runde {2}, als {3} keine Zahl mehr war. Senken Sie seine Lernrate ({4}){5} oder verlängern Sie sein Aufwärmen.',
    'The run ended before it could answer. Ask again.':
      'Der Lauf endete, bevor er antworten konnte. Fragen Sie noch einmal.',
    'The run failed': 'Der Lauf ist fehlgeschlagen',
    'The run in {0} is being worked on by another Shuurai process. Stop it there first, or wait until it ends.':
      'An dem Lauf in {0} arbeitet ein anderer Shuurai-Prozess. Halten Sie ihn dort zuerst an oder warten Sie auf sein Ende.',
    'The run in {0} is running. Stop it before it is deleted.':
      'Der Lauf in {0} läuft gerade. Halten Sie ihn an, bevor er gelöscht wird.',
    'The run should stop at a target, but no target is given: type one, or stop after all rounds.':
      'Der Lauf soll bei einem Zielwert anhalten, es ist aber keiner angegeben: Tippen Sie einen ein, oder halten Sie nach allen Runden an.',
    'The run was cut off ({0}). Resume it: it goes on from its last checkpoint.':
      'Der Lauf wurde abgebrochen ({0}). Setzen Sie ihn fort: Er geht vom letzten Sicherungspunkt weiter.',
    'The run was cut off. Resume it: it goes on from its last checkpoint.':
      'Der Lauf wurde abgebrochen. Setzen Sie ihn fort: Er geht vom letzten Sicherungspunkt weiter.',
    'The run was interrupted': 'Der Lauf wurde unterbrochen',
    'The run {0} was deleted.': 'Der Lauf {0} wurde gelöscht.',
    'The same seed on the same machine gives the same run.':
      'Derselbe Startwert gibt auf demselben Rechner denselben Lauf.',
    'The school follows no rule in this run, so its programs have none.':
      'Die Schule folgt in diesem Lauf keiner Regel, ihre Programme haben darum keine.',
    'The schools': 'Die Schulen',
    'The schools pass the loners early: from the same little, fish that agree learn more. When School B turns bad its five voices outvote the three of School A, and the plain average ("Unrewarded") falls; the rewarded one loses about ten points while the reputations of B go to nothing. From round 31 B learns right again and is heard again. Try: set the alignment of both schools to 0; switch the penalty off, and failure is no longer punished; kill fish 1 of School A at round 20, when only three are left to trust.':
      'Die Schulen überholen die Einzelgänger früh: Aus demselben Wenigen lernen Fische, die sich einigen, mehr. Wenn Schule B schlecht wird, überstimmen ihre fünf Stimmen die drei von Schule A, und der einfache Mittelwert („Ohne Belohnung“) fällt; der belohnte verliert etwa zehn Punkte, während der Ruf von B auf null geht. Ab Runde 31 lernt B wieder richtig und wird wieder gehört. Probieren Sie: Setzen Sie die Ausrichtung beider Schulen auf 0; schalten Sie die Strafe aus, und Misserfolg wird nicht mehr bestraft; töten Sie in Runde 20 Fisch 1 von Schule A, wenn nur noch dreien zu trauen ist.',
    'The schools soon answer most texts, and the cost of the cascade falls to about 0.6 of always asking the deep fish. In round 15 one fish dies and nobody notices. In round 27 School B goes dark and takes its topics along: the schools alone fall, but become unsure where they no longer know, so the cascade sends more texts up and its accuracy stays. Try: kill the Deep fish at round 20; revive School B at round 32; let the council meet every round, or never; use parts by class instead of skewed ones.':
      'Die Schulen beantworten bald die meisten Texte, und die Kosten der Kaskade fallen auf etwa 0,6 gegenüber dem ständigen Fragen des tiefen Fisches. In Runde 15 stirbt ein Fisch, und niemand merkt es. In Runde 27 verstummt Schule B und nimmt ihre Themen mit: Die Schulen allein fallen, werden aber unsicher, wo sie nichts mehr wissen, also schickt die Kaskade mehr Texte nach oben, und ihre Genauigkeit bleibt. Probieren Sie: Töten Sie in Runde 20 den tiefen Fisch; beleben Sie Schule B in Runde 32 wieder; lassen Sie den Rat jede Runde tagen, oder nie; nehmen Sie Teile nach Klassen statt schiefer.',
    'The seed decides first weights, the order of examples and chance. Several runs tell luck from skill.':
      'Der Startwert bestimmt erste Gewichte, die Reihenfolge der Beispiele und den Zufall. Mehrere Läufe unterscheiden Glück von Können.',
    'The server "{0}" has no clients.': 'Der Server „{0}“ hat keine Clients.',
    'The server acts at the end of every so many rounds; its clients learn alone in between.':
      'Der Server handelt am Ende jeder so vielten Runde; dazwischen lernen seine Clients allein.',
    "The server's memory of earlier updates.": 'Gedächtnis des Servers für frühere Änderungen.',
    'The setting could not be kept: {0}': 'Die Einstellung konnte nicht aufbewahrt werden: {0}',
    'The share of activations left out while training, against learning by heart.':
      'Der Anteil der Aktivierungen, die beim Training wegbleiben, gegen Auswendiglernen.',
    'The share of all steps over which the learning rate rises from zero.':
      'Der Anteil aller Schritte, über den die Lernrate von null ansteigt.',
    'The share of old trust, or of a trail, that gives way to new evidence each round.':
      'Der Anteil alten Vertrauens oder einer Spur, der in jeder Runde neuen Belegen weicht.',
    'The share of rows kept from training and used to measure; every class keeps its share.':
      'Der Anteil der Zeilen, die vom Training zurückgehalten und zum Messen benutzt werden; jede Klasse behält ihren Anteil.',
    'The share of the target probability spread over all classes while training (arXiv 1512.00567).':
      'Der Anteil der Zielwahrscheinlichkeit, der beim Training auf alle Klassen verteilt wird (arXiv 1512.00567).',
    'The share of the voices that is left out at either end, class by class: as many as may lie.':
      'Der Anteil der Stimmen, der an jedem Ende wegbleibt, Klasse für Klasse: so viele, wie lügen dürfen.',
    'The share of what was learned that each decision lets go, so that a swarm that changes is noticed.':
      'Der Anteil des Gelernten, den jede Entscheidung vergisst, damit ein sich ändernder Schwarm bemerkt wird.',
    'The size of a step; about 0.001 for AdamW, ten to a hundred times that for SGD.':
      'Die Größe eines Schritts; etwa 0,001 bei AdamW, das Zehn- bis Hundertfache bei SGD.',
    'The standard deviation of the normal noise on every weight of a child.':
      'Die Standardabweichung des normalverteilten Rauschens auf jedem Gewicht eines Kindes.',
    'The step length never falls below this.': 'Die Schrittlänge fällt nie darunter.',
    'The steps of the round are done: fish talk and are evaluated':
      'Die Schritte der Runde sind getan: Die Fische sprechen und werden ausgewertet',
    'The strength of the links; how well each voice does on validation; or Hedge (Freund and Schapire 1997), which learns from every evaluation.':
      'Die Stärke der Verbindungen; wie gut jede Stimme auf der Validierung ist; oder Hedge (Freund und Schapire 1997), das aus jeder Auswertung lernt.',
    'The strong line of the swarm runs above the thin lines of its fish: their mistakes differ, and averaging removes what they do not share. Fish 4 dies in the middle of the run, and the others answer without it. Try: kill more fish with a right-click until one alone is left, see how little each of them costs, then revive them; set the shard to "By class" with 4 copies, where one death costs about ten points, and with a single one, where no fish sees two topics and none learns; or give the dataset a CSV of your own.':
      'Die kräftige Linie des Schwarms verläuft über den dünnen Linien seiner Fische: Ihre Fehler unterscheiden sich, und das Mitteln beseitigt, was sie nicht teilen. Fisch 4 stirbt mitten im Lauf, und die anderen antworten ohne ihn. Probieren Sie: Töten Sie mit einem Rechtsklick weitere Fische, bis nur einer übrig ist, sehen Sie, wie wenig jeder einzelne kostet, und beleben Sie sie dann wieder; stellen Sie die Aufteilung auf „Nach Klasse“ mit 4 Kopien, wo ein Tod etwa zehn Punkte kostet, und mit einer einzigen, wo kein Fisch zwei Themen sieht und keiner lernt; oder geben Sie dem Datensatz eine eigene CSV-Datei.',
    'The swarm was compiled with it as it was.': 'Der Schwarm ist mit dem alten Wert übersetzt.',
    'The swarm': 'Der Schwarm',
    'The swarm could not be started: {0}': 'Der Schwarm konnte nicht gestartet werden: {0}',
    'The swarm does not know what it is for yet: add a goal.':
      'Der Schwarm weiß noch nicht, wofür er da ist: Fügen Sie ein Ziel hinzu.',
    'The swarm gave no answer.': 'Der Schwarm gab keine Antwort.',
    'The swarm has no dataset: link a dataset node to its fish.':
      'Der Schwarm hat keinen Datensatz: Verbinden Sie einen Datensatz mit seinen Fischen.',
    'The swarm has no fish "{0}". It has {1}.': 'Der Schwarm hat keinen Fisch „{0}“. Er hat {1}.',
    'The swarm has no link "{0}" between fish, hubs and servers or into an aggregator; only such links can be rewired while it runs.':
      'Der Schwarm hat keine Verbindung „{0}“ zwischen Fischen, Verteilern und Servern oder in einen Aggregator; nur solche lassen sich während des Laufs umlegen.',
    'The swarm has not been evaluated yet; wait for its first evaluation.':
      'Der Schwarm wurde noch nicht ausgewertet; warten Sie auf die erste Auswertung.',
    'The swarm has nothing to learn from yet: add a dataset.':
      'Der Schwarm hat noch nichts, woraus er lernen kann: Fügen Sie einen Datensatz hinzu.',
    'The swarm has {0} {1}; {2} is the most: make it smaller.':
      'Der Schwarm hat {0} {1}; höchstens {2} sind möglich: Machen Sie ihn kleiner.',
    'The swarm in this picture is compressed in a way this version does not read.':
      'Der Schwarm in diesem Bild ist auf eine Weise komprimiert, die diese Version nicht liest.',
    'The swarm in this picture is damaged. Use another copy of the file.':
      'Der Schwarm in diesem Bild ist beschädigt. Nehmen Sie eine andere Kopie der Datei.',
    'The swarm in this picture is damaged: its check sum does not fit. Use another copy of the file.':
      'Der Schwarm in diesem Bild ist beschädigt: Seine Prüfsumme passt nicht. Nehmen Sie eine andere Kopie der Datei.',
    'The swarm refuses to answer: too few of its fish live in the newest checkpoint. Revive fish and go on with the run, or lower the quorum.':
      'Der Schwarm verweigert die Antwort: Im neuesten Sicherungspunkt leben zu wenige seiner Fische. Beleben Sie Fische wieder und setzen Sie den Lauf fort, oder senken Sie das Quorum.',
    'The swarm refuses to answer: too few of its fish live. Revive fish, or lower the quorum.':
      'Der Schwarm verweigert die Antwort: Zu wenige seiner Fische leben. Beleben Sie Fische wieder oder senken Sie das Quorum.',
    'The swarm refuses to answer: {0} of its {1} fish live, and "{2}" needs {3}. Revive fish, lower the quorum, or ask one fish.':
      'Der Schwarm verweigert die Antwort: {0} seiner {1} Fische leben, und „{2}“ braucht {3}. Beleben Sie Fische wieder, senken Sie das Quorum oder fragen Sie einen Fisch.',
    'The temperature must be 0 or more, not {0}.': 'Die Temperatur muss mindestens 0 sein, nicht {0}.',
    'The text column and the label column of "{0}" are the same. Choose two.':
      'Text- und Klassenspalte von „{0}“ sind dieselbe. Wählen Sie zwei.',
    'The text is empty.': 'Der Text ist leer.',
    'The tokenizer.json cannot be used: {0}. Readable are the word, character, byte and byte-level BPE tokenizers that Shuurai writes.':
      'Die tokenizer.json ist nicht nutzbar: {0}. Lesbar sind die Wort-, Zeichen-, Byte- und BPE-Tokenizer (auf Bytes), die Shuurai schreibt.',
    'The training examples, to a shard or straight to fish.':
      'Die Trainingsbeispiele, an eine Aufteilung oder direkt an Fische.',
    'The usual columns': 'Die üblichen Spalten',
    'The validation rows of {0} have labels that no training row has: {1}. The training labels are {2}. Use two files with the same labels.':
      'Die Validierungszeilen von {0} haben Klassen, die keine Trainingszeile hat: {1}. Die Klassen im Training sind {2}. Nehmen Sie zwei Dateien mit denselben Klassen.',
    'The vocabulary must hold more than its {0} special tokens; vocabSize is {1}.':
      'Das Vokabular muss mehr enthalten als seine {0} besonderen Tokens; vocabSize ist {1}.',
    'The whole swarm is shown already.': 'Der ganze Schwarm wird schon gezeigt.',
    'The world changes every twelve rounds: two topics exist, then two others, then the first again. Each module of two fish learns the topics that are its own and rests while they do not exist; an adaptive gate follows whoever is right at the moment. Beside them one fish learns whatever there is. Measured when the first topics return: 98 % for the module that kept them, 78 % for the one fish.':
      'Die Welt ändert sich alle zwölf Runden: Zwei Themen gibt es, dann zwei andere, dann wieder die ersten. Jedes Modul aus zwei Fischen lernt die Themen, die ihm gehören, und ruht, solange es sie nicht gibt; eine anpassende Weiche folgt denen, die gerade recht haben. Neben ihnen lernt ein Fisch alles, was da ist. Gemessen, als die ersten Themen wiederkehren: 98 % für das Modul, das sie behielt, 78 % für den einen Fisch.',
    'The worst fish that copy the best, as a share of the living; at least one.':
      'Die schlechtesten Fische, die die besten kopieren, als Anteil der lebenden; mindestens einer.',
    Theme: 'Farben',
    'There are no fish in the swarm yet: add one.':
      'Im Schwarm gibt es noch keine Fische: Fügen Sie einen hinzu.',
    'There are no nodes yet.': 'Es gibt noch keine Knoten.',
    'There are no texts to show: at the last evaluation nobody answered, or the run was made by an older version of Shuurai, which kept none.':
      'Es gibt keine Texte zu zeigen: Bei der letzten Auswertung antwortete niemand, oder eine ältere Version von Shuurai machte den Lauf, die keine aufbewahrte.',
    'There is more text after the end of the document: {0}.':
      'Nach dem Ende des Dokuments kommt noch Text: {0}.',
    'There is no checkpoint to compare with yet: what learning changed appears after the next one.':
      'Noch gibt es keinen Sicherungspunkt zum Vergleich: Was das Lernen änderte, erscheint nach dem nächsten.',
    'There is no confusion table: the swarm was not evaluated yet, or it is a language model.':
      'Es gibt keine Verwechslungstabelle: Der Schwarm wurde noch nicht ausgewertet, oder er ist ein Sprachmodell.',
    'There is no executor of that name; there are {0}.': 'Kein Rechenwerk heißt so; es gibt {0}.',
    'There is no file "{0}". Check the path, or choose the file again.':
      'Es gibt keine Datei „{0}“. Prüfen Sie den Pfad oder wählen Sie die Datei neu.',
    'There is no run "{0}": neither a run of that name nor a run\'s folder. `shuurai runs list` shows the runs there are.':
      'Es gibt keinen Lauf „{0}“: weder einen Lauf dieses Namens noch den Ordner eines Laufs. `shuurai runs list` zeigt die vorhandenen Läufe.',
    'There is no run in {0}. `shuurai runs list` shows the runs there are.':
      'In {0} gibt es keinen Lauf. `shuurai runs list` zeigt die vorhandenen Läufe.',
    'There is nothing to link.': 'Es gibt nichts zu verbinden.',
    'There is nothing to redo.': 'Es gibt nichts zu wiederholen.',
    'There is nothing to undo.': 'Es gibt nichts rückgängig zu machen.',
    'These fish begin with weights of their own, so that what lies between two of them knows less than either: let them start from one ancestor.':
      'Diese Fische beginnen mit eigenen Gewichten, sodass zwischen zweien weniger Wissen liegt als in jedem von beiden: Lassen Sie sie von einem Ahnen beginnen.',
    Theta: 'Theta',
    'They are alike in settings and links, so that one node can stand for all. Each fish draws its random numbers by its id, and the ids change: a run starts from other random weights than before, with results as good but not equal. Undo brings the nodes back.':
      'Sie gleichen sich in Einstellungen und Verbindungen, sodass ein Knoten für alle stehen kann. Jeder Fisch zieht seine Zufallszahlen nach seiner Kennung, und die Kennungen ändern sich: Ein Lauf beginnt mit anderen zufälligen Gewichten als zuvor, mit ebenso guten, aber nicht gleichen Ergebnissen. „Rückgängig“ bringt die Knoten zurück.',
    'They wait in the queue and run one after the other.':
      'Sie warten in der Schlange und laufen einer nach dem anderen.',
    'This browser does not let the page read the clipboard. Press Ctrl+V instead.':
      'Dieser Browser lässt die Seite die Zwischenablage nicht lesen. Drücken Sie stattdessen Strg+V.',
    'This browser does not let the page write the clipboard.':
      'Dieser Browser lässt die Seite nicht in die Zwischenablage schreiben.',
    'This browser does not let the page write the clipboard. Press Ctrl+C instead.':
      'Dieser Browser lässt die Seite nicht in die Zwischenablage schreiben. Drücken Sie stattdessen Strg+C.',
    'This browser does not let the page write the clipboard. Press Ctrl+X instead.':
      'Dieser Browser lässt die Seite nicht in die Zwischenablage schreiben. Drücken Sie stattdessen Strg+X.',
    'This could not be computed: {0}. Try again.':
      'Das konnte nicht berechnet werden: {0}. Versuchen Sie es noch einmal.',
    'This dataset reads a file but names none: choose a file, or use a built-in task.':
      'Dieser Datensatz liest eine Datei, nennt aber keine: Wählen Sie eine Datei oder nehmen Sie eine eingebaute Aufgabe.',
    'This engine speaks protocol {0}, the view {1}. Reload the page, or update the older of the two.':
      'Dieser Rechenkern spricht Protokoll {0}, die Ansicht {1}. Laden Sie die Seite neu oder aktualisieren Sie das ältere von beiden.',
    'This evolution has no population: link it to fish, or delete it.':
      'Diese Evolution hat keine Population: Verbinden Sie sie mit Fischen oder löschen Sie sie.',
    'This fault strikes nobody: link it to a fish, or delete it.':
      'Diese Störung trifft niemanden: Verbinden Sie sie mit einem Fisch oder löschen Sie sie.',
    'This file has one column only. Classification needs a text and a label in each row: check the delimiter, or choose another file.':
      'Diese Datei hat nur eine Spalte. Eine Klassifikation braucht in jeder Zeile einen Text und eine Klasse: Prüfen Sie das Trennzeichen oder wählen Sie eine andere Datei.',
    'This file was made by a newer Shuurai (document version {0}; this one reads up to {1}): update the application to open it.':
      'Diese Datei stammt von einem neueren Shuurai (Dokumentversion {0}; dieses liest bis {1}): Aktualisieren Sie die Anwendung, um sie zu öffnen.',
    'This is no PNG picture, whatever its name says.':
      'Das ist kein PNG-Bild, was auch immer sein Name sagt.',
    'This is not a whole safetensors file: {0}. Use another copy of it.':
      'Das ist keine vollständige safetensors-Datei: {0}. Nehmen Sie eine andere Kopie davon.',
    'This link is already there.': 'Diese Verbindung gibt es schon.',
    'This picture carries no swarm. Only pictures that were exported as PNG from Shuurai do, and many programs and web sites take it out.':
      'Dieses Bild enthält keinen Schwarm. Das tun nur Bilder, die aus Shuurai als PNG exportiert wurden, und viele Programme und Websites entfernen ihn.',
    'This run does not wait any more, so it has no place in the queue.':
      'Dieser Lauf wartet nicht mehr, er hat also keinen Platz in der Schlange.',
    'This run has ended, so nothing can be changed in it. Start it again, or resume it.':
      'Dieser Lauf ist beendet, darin lässt sich nichts mehr ändern. Starten Sie ihn neu oder setzen Sie ihn fort.',
    'This run is at work already.': 'Dieser Lauf ist schon in Arbeit.',
    'This run kept no validation examples: it was made by an older version, or has not prepared its data yet.':
      'Dieser Lauf bewahrte keine Validierungsbeispiele auf: Eine ältere Version machte ihn, oder er hat seine Daten noch nicht vorbereitet.',
    'This run measures nothing of that name. Choose another metric.':
      'Dieser Lauf misst nichts dieses Namens. Wählen Sie einen anderen Messwert.',
    'This run waits for another to end. Only Stop is possible until it starts.':
      'Dieser Lauf wartet auf das Ende eines anderen. Bis er startet, ist nur „Stopp“ möglich.',
    'This run was started already.': 'Dieser Lauf wurde schon gestartet.',
    'This server is, through others, its own client: delete one of the links between them.':
      'Dieser Server ist über andere sein eigener Client: Löschen Sie eine der Verbindungen zwischen ihnen.',
    'This shard divides by a column but names none: type the name of a column of the dataset.':
      'Diese Aufteilung teilt nach einer Spalte, nennt aber keine: Tippen Sie den Namen einer Spalte des Datensatzes ein.',
    'This supervisor watches nobody: link it to a fish, or delete it.':
      'Diese Aufsicht wacht über niemanden: Verbinden Sie sie mit einem Fisch oder löschen Sie sie.',
    'This swarm is running. Stop it first.': 'Dieser Schwarm läuft. Halten Sie ihn zuerst an.',
    'This swarm keeps no tuning rows to measure contributions on, since nothing in it fits itself. Stop the run and measure them on a file: shuurai eval RUN --data PATH --shapley 200.':
      'Dieser Schwarm behält keine Tuning-Zeilen, an denen sich Beiträge messen ließen, weil sich nichts in ihm selbst anpasst. Halten Sie den Lauf an und messen Sie sie an einer Datei: shuurai eval RUN --data PATH --shapley 200.',
    'This version does not know "{0}". Its data is kept as it is.':
      'Diese Version kennt „{0}“ nicht. Die Daten bleiben, wie sie sind.',
    'This version does not know nodes of kind "{0}" ({1}): update the application, or delete the node. Its data is kept.':
      'Diese Version kennt keine Knoten der Art „{0}“ ({1}): Aktualisieren Sie die Anwendung oder löschen Sie den Knoten. Seine Daten bleiben erhalten.',
    'This version does not know what {0} is.': 'Diese Version weiß nicht, was {0} ist.',
    'This version does not know “{0}”. Its data is kept as it is.':
      'Diese Version kennt „{0}“ nicht. Die Daten bleiben, wie sie sind.',
    'This {0} controls nothing: link it to an aggregator, or delete it.':
      'Dieser Knoten ({0}) steuert nichts: Verbinden Sie ihn mit einem Aggregator oder löschen Sie ihn.',
    'Thompson sampling': 'Thompson-Sampling',
    Threads: 'Threads',
    'Three fish of growing size read the same texts. A cascade asks the smallest first; where its calibrated confidence is below 0.8 the text goes up to the next. In the middle of the run the deepest fish crashes, and comes back. Measured: as right as the deep fish (94 %) at about a fifth of its cost.':
      'Drei Fische wachsender Größe lesen dieselben Texte. Eine Kaskade fragt den kleinsten zuerst; wo seine kalibrierte Sicherheit unter 0,8 liegt, geht der Text zum nächsten. Mitten im Lauf stürzt der tiefste Fisch ab und kommt wieder. Gemessen: so oft richtig wie der tiefe Fisch (94 %) bei etwa einem Fünftel seiner Kosten.',
    'Threshold step': 'Schwellenschritt',
    Ties: 'Gleichstand',
    Time: 'Zeit',
    'Tiny language': 'Winzige Sprache',
    'To above': 'Nach oben',
    'To each fish the mean prediction of the others, to agree with while it learns.':
      'An jeden Fisch die mittlere Vorhersage der anderen, um ihr beim Lernen zuzustimmen.',
    'To each fish the mean state of the others, to take in while it thinks.':
      'An jeden Fisch den mittleren Zustand der anderen, um ihn beim Denken aufzunehmen.',
    'To palette': 'In die Palette',
    Tokens: 'Tokens',
    'Tokens a second': 'Tokens je Sekunde',
    'Tokens learned from': 'Gelernte Tokens',
    'Tokens of the examples in the local steps of the round, without padding.':
      'Tokens der Beispiele in den lokalen Schritten der Runde, ohne Füllzeichen.',
    'Tokens of the training examples of all fish in the round, divided by the time their steps took.':
      'Tokens der Trainingsbeispiele aller Fische in der Runde, geteilt durch die Zeit, die ihre Schritte brauchten.',
    'Tokens/s': 'Tokens/s',
    'Too many requests wait for an answer. Try again in a moment.':
      'Zu viele Anfragen warten auf Antwort. Versuchen Sie es gleich noch einmal.',
    Topics: 'Themen',
    Topology: 'Topologie',
    Tournament: 'Turnier',
    'Tournament size': 'Turniergröße',
    'Tournament: the best of a few fish drawn at random is a parent. Truncation: any of the best part is.':
      'Turnier: Der beste von einigen zufällig gezogenen Fischen wird ein Elternteil. Abschneiden: irgendeiner aus dem besten Teil.',
    'Traffic, last round': 'Verkehr, letzte Runde',
    Trails: 'Spuren',
    Training: 'Training',
    'Training examples of all fish in the round, divided by the time their steps took.':
      'Trainingsbeispiele aller Fische in der Runde, geteilt durch die Zeit, die ihre Schritte brauchten.',
    'Training examples the fish may see, divided by all training examples.':
      'Trainingsbeispiele, die der Fisch sehen darf, geteilt durch alle Trainingsbeispiele.',
    Transformer: 'Transformer',
    'Transformer blocks, each attention and feed-forward.':
      'Transformer-Blöcke, jeder mit Aufmerksamkeit und Feed-forward.',
    'Tried before': 'Früher ausprobiert',
    'Tries a round': 'Versuche je Runde',
    Trim: 'Kappen',
    'Trimmed mean': 'Getrimmtes Mittel',
    Truncation: 'Abschneiden',
    Trust: 'Vertrauen',
    'Trust by usefulness': 'Vertrauen nach Nutzen',
    'Trust in a source': 'Vertrauen in eine Quelle',
    'Trust modularity': 'Modularität des Vertrauens',
    Trusted: 'Vertraute',
    'Try it': 'Ausprobieren',
    'Try:': 'Probieren Sie:',
    'Tuning rows each choice is rewarded by; 0: all of them.':
      'Tuning-Zeilen, nach denen jede Wahl belohnt wird; 0: alle.',
    'Tuning rows each is judged by; 0: all of them.':
      'Tuning-Zeilen, nach denen jeder beurteilt wird; 0: alle.',
    'Turn it off': 'Ausschalten',
    'Turn the zones off': 'Zonen ausschalten',
    Turning: 'Wendig',
    'Two federated schools of eight under a hierarchy. Each fish keeps its private texts, and has other topics than its neighbours; each school has a head that averages weights every round, and a council averages the heads every fourth. A cascade asks the schools first and, where they are unsure, a deep fish that learned from public texts. Fish 3 of School A crashes, then all of School B. Measured: without School B the schools fall from 92 % to 86 %, the cascade stays at 93 %.':
      'Zwei föderierte Schulen zu acht unter einer Hierarchie. Jeder Fisch behält seine privaten Texte und hat andere Themen als seine Nachbarn; jede Schule hat einen Kopf, der in jeder Runde Gewichte mittelt, und ein Rat mittelt in jeder vierten die Köpfe. Eine Kaskade fragt zuerst die Schulen und, wo sie unsicher sind, einen tiefen Fisch, der aus öffentlichen Texten lernte. Fisch 3 von Schule A stürzt ab, dann ganz Schule B. Gemessen: Ohne Schule B fallen die Schulen von 92 % auf 86 %, die Kaskade bleibt bei 93 %.',
    'Two modules learn four topics each, behind a gate that reads a text and chooses a module. Who speaks for a module is learned as well: an organiser decides which of its fish are heard. Three of the five fish of Module A turn to false labels in round 12, and two of Module B come only in round 20. Measured after that: 85 % for the organised modules, 50 % for all fish averaged.':
      'Zwei Module lernen je vier Themen, hinter einer Weiche, die einen Text liest und ein Modul wählt. Wer für ein Modul spricht, wird ebenfalls gelernt: Ein Organisator entscheidet, welche seiner Fische gehört werden. Drei der fünf Fische von Modul A wechseln in Runde 12 zu falschen Klassen, und zwei von Modul B kommen erst in Runde 20. Danach gemessen: 85 % für die organisierten Module, 50 % für alle Fische gemittelt.',
    'Two tensors to be saved are called "{0}".': 'Zwei zu speichernde Tensoren heißen „{0}“.',
    'Type a sentence and press Enter': 'Satz eintippen und Eingabetaste drücken',
    UCB: 'UCB',
    Undo: 'Rückgängig',
    'Undo {0}': 'Rückgängig: {0}',
    'Undone: {0}': 'Rückgängig gemacht: {0}',
    'Unevenness of load': 'Ungleichheit der Last',
    Unfold: 'Auffalten',
    'Unfold school': 'Schule auffalten',
    'Unfold {0}': '{0} auffalten',
    Unfreeze: 'Auftauen',
    Ungroup: 'Gruppe auflösen',
    Unguarded: 'Ohne Wächter',
    Uniform: 'Gleichverteilt',
    'Unit of local work': 'Einheit der lokalen Arbeit',
    Unrewarded: 'Ohne Belohnung',
    Untitled: 'Unbenannt',
    "Up to this distance of predictions fish are drawn to each other's inner states; those farther away are not seen.":
      'Bis zu diesem Abstand der Vorhersagen zieht es Fische zu den inneren Zuständen der anderen; fernere werden nicht gesehen.',
    'Up to this distance of predictions fish learn to answer alike.':
      'Bis zu diesem Abstand der Vorhersagen lernen Fische, gleich zu antworten.',
    Update: 'Änderung',
    'Use a built-in task': 'Eingebaute Aufgabe nehmen',
    'Use learned positions': 'Gelernte Positionen nehmen',
    'Use link strengths': 'Verbindungsstärken nehmen',
    'Use one a fish': 'Eine je Fisch nehmen',
    'Use this file': 'Diese Datei nehmen',
    Utility: 'Nutzen',
    'Utility of talk': 'Nutzen des Gesprächs',
    Validation: 'Validierung',
    'Validation file': 'Validierungsdatei',
    'Validation share': 'Validierungsanteil',
    'Values are nested more than {0} levels deep.': 'Werte sind mehr als {0} Ebenen tief verschachtelt.',
    'Values as a table': 'Werte als Tabelle',
    'Values of {0}': 'Werte von {0}',
    View: 'Ansicht',
    'Views of the run': 'Ansichten des Laufs',
    Violet: 'Violett',
    Vocabulary: 'Vokabular',
    'Voice of A': 'Stimme von A',
    'Voice of B': 'Stimme von B',
    'Voices heard': 'Gehörte Stimmen',
    Vote: 'Abstimmung',
    Waiting: 'Wartet',
    'Waiting for the first evaluation': 'Wartet auf die erste Auswertung',
    'Waiting runs': 'Wartende Läufe',
    'Warm-up': 'Aufwärmen',
    'Watches heartbeats, reports fish that stop, stall or fail, and has others take over.':
      'Achtet auf Herzschläge, meldet Fische, die anhalten, stocken oder versagen, und lässt andere übernehmen.',
    'Weigh by validation instead': 'Stattdessen nach Validierung gewichten',
    'Weigh clients': 'Clients gewichten',
    'Weight decay': 'Gewichtsabfall',
    'Weight of a link': 'Gewicht einer Verbindung',
    'Weight of a source': 'Gewicht einer Quelle',
    'Weight that an aggregator whose weights change gives to one of its sources; those of live sources sum to 1.':
      'Gewicht, das ein Aggregator mit veränderlichen Gewichten einer seiner Quellen gibt; die lebender Quellen ergeben zusammen 1.',
    Weighted: 'Gewichtet',
    Weights: 'Gewichte',
    'Weights from': 'Gewichte aus',
    'Weights, or predictions on public text (FedMD, arXiv 1910.03581): the clients answer it, the server forms the consensus of their class scores, and each learns to say that. Clients may then be built differently.':
      'Gewichte, oder Vorhersagen zu öffentlichem Text (FedMD, arXiv 1910.03581): Die Clients beantworten ihn, der Server bildet den Konsens ihrer Klassenwerte, und jeder lernt, diesen zu sagen. Clients dürfen dann verschieden gebaut sein.',
    West: 'West',
    'West head': 'Zentrale West',
    'What "{0}" remembers in the checkpoint does not fit it: the checkpoint was written by another version or belongs to another document. Start the run anew.':
      'Was sich „{0}“ im Sicherungspunkt merkt, passt nicht dazu: Der Sicherungspunkt wurde von einer anderen Version geschrieben oder gehört zu einem anderen Dokument. Beginnen Sie den Lauf von vorn.',
    'What a controller learned of one source of an aggregator: probability of being heard (REINFORCE, difference rewards), share of weight (Hedge, EXP3) or mean gain of late (bandits).':
      'Was eine Steuerung über eine Quelle eines Aggregators gelernt hat: Wahrscheinlichkeit, gehört zu werden (REINFORCE, Differenzbelohnungen), Anteil am Gewicht (Hedge, EXP3) oder mittlerer Gewinn der letzten Zeit (Banditen).',
    'What a controller thinks of it': 'Was eine Steuerung von ihm hält',
    'What a fish reads at a time. Words suit small data; byte pairs suit rich vocabularies; characters and bytes need no vocabulary.':
      'Was ein Fisch auf einmal liest. Wörter passen zu kleinen Daten; Bytepaare zu reichen Vokabularen; Zeichen und Bytes brauchen kein Vokabular.',
    'What a probe saw: mean entropy of the predicted distribution.':
      'Was eine Sonde sah: mittlere Entropie der vorhergesagten Verteilung.',
    'What a probe saw: mean probability of the most probable class (language modelling: of the true next token).':
      'Was eine Sonde sah: mittlere Wahrscheinlichkeit der wahrscheinlichsten Klasse (Sprachmodellierung: des wahren nächsten Tokens).',
    'What a vote says': 'Was eine Abstimmung sagt',
    'What acts on this fish: faults that strike it, a population it evolves in, controllers that decide whom it hears.':
      'Was auf diesen Fisch wirkt: Störungen, die ihn treffen, eine Population, in der er sich entwickelt, Steuerungen, die entscheiden, wen er hört.',
    'What an evolution selects by': 'Wonach eine Evolution auswählt',
    'What an organiser thinks of one source of an aggregator: probability of the edge, share of trust, readiness to work, or strength of the trail.':
      'Was ein Organisator von einer Quelle eines Aggregators hält: Wahrscheinlichkeit der Kante, Anteil am Vertrauen, Bereitschaft zur Arbeit oder Stärke der Spur.',
    'What answers for the swarm: an aggregator, or one fish.':
      'Was für den Schwarm antwortet: ein Aggregator oder ein Fisch.',
    'What computes where a swarm says “automatic”. Takes effect with the next run; runs that are resumed keep theirs.':
      'Was rechnet, wo ein Schwarm „automatisch“ sagt. Gilt ab dem nächsten Lauf; fortgesetzte Läufe behalten ihres.',
    'What computes. Automatic takes the fastest that works here.':
      'Was rechnet. Automatisch nimmt das schnellste, das hier läuft.',
    'What concerns the engine shows when it can be reached.':
      'Was den Rechenkern betrifft, erscheint, wenn er erreichbar ist.',
    'What counts on the tuning examples, which no fish learns from: a low loss, or a high accuracy.':
      'Was auf den Tuning-Beispielen zählt, aus denen kein Fisch lernt: ein geringer Verlust oder eine hohe Genauigkeit.',
    'What crosses the open links of a controlled aggregator to answer one text: a distribution in float32 from each source heard.':
      'Was für die Antwort auf einen Text über die offenen Verbindungen eines gesteuerten Aggregators geht: von jeder gehörten Quelle eine Verteilung in float32.',
    'What do you want to do?': 'Was möchten Sie tun?',
    'What each fish does alone in a round: so many steps, or passes over its share.':
      'Was jeder Fisch in einer Runde allein tut: so viele Schritte, oder Durchgänge durch seinen Teil.',
    'What happens': 'Was geschieht',
    "What is left of an expert's weight after a mistake; it is charged for five texts an evaluation.":
      'Was vom Gewicht eines Experten nach einem Fehler bleibt; berechnet wird es für fünf Texte je Auswertung.',
    'What is not a fish is part of the swarm from its start to its end.':
      'Was kein Fisch ist, gehört vom Anfang bis zum Ende zum Schwarm.',
    'What is read from it was dealt out before the first round.':
      'Was daraus gelesen wird, wurde vor der ersten Runde ausgeteilt.',
    'What is this swarm for?': 'Wofür ist dieser Schwarm?',
    'What it answers: a probability for every class or token.':
      'Was er antwortet: eine Wahrscheinlichkeit für jede Klasse oder jedes Token.',
    'What it decides: a probability for every class or token.':
      'Was er entscheidet: eine Wahrscheinlichkeit für jede Klasse oder jedes Token.',
    'What it does to a fish: crash it, slow it down, lose its messages, spoil its weights, invert what it says, or teach it false labels.':
      'Was sie mit einem Fisch macht: abstürzen lassen, bremsen, seine Nachrichten verlieren, seine Gewichte verderben, seine Aussagen umkehren oder ihm falsche Klassen beibringen.',
    'What it learns from: a dataset, or its part of a shard.':
      'Woraus er lernt: ein Datensatz oder sein Teil einer Aufteilung.',
    'What it shows': 'Was sie zeigt',
    'What should be known here?': 'Was sollte man hier wissen?',
    "What the fish adds to the quality of the swarm's answer to the tuning rows, mean over random orders in which the live fish join; the values add up to the quality of all. On demand, at the next evaluation.":
      'Was der Fisch zur Güte der Antwort des Schwarms auf die Tuning-Zeilen beiträgt, Mittel über zufällige Reihenfolgen, in denen die lebenden Fische dazukommen; die Werte ergeben zusammen die Güte aller. Auf Wunsch, bei der nächsten Auswertung.',
    'What the logits of a level of a cascade are divided by, so that its confidence is the chance to be right on the tuning rows; above 1: the level is too sure of itself.':
      'Wodurch die Logits einer Stufe einer Kaskade geteilt werden, damit ihre Sicherheit die Aussicht ist, auf den Tuning-Zeilen recht zu haben; über 1: die Stufe ist sich zu sicher.',
    'What the step length is multiplied by at each generation.':
      'Womit die Schrittlänge in jeder Generation multipliziert wird.',
    'What the swarm is to do, how that is measured, and when to stop.':
      'Was der Schwarm tun soll, woran das gemessen wird, und wann er anhält.',
    "What the swarm would answer without some fish does not follow from the answers of the others: the goal hears a single fish, an aggregator on the way has rules or parameters of its own, or fish sense each other's states.":
      'Was der Schwarm ohne einige Fische antworten würde, folgt nicht aus den Antworten der anderen: Das Ziel hört einen einzelnen Fisch, ein Aggregator auf dem Weg hat eigene Regeln oder Parameter, oder Fische nehmen die Zustände anderer wahr.',
    'What the target and the patience look at. Automatic: accuracy for classes, perplexity for language.':
      'Worauf Zielwert und Geduld sehen. Automatisch: Genauigkeit bei Klassen, Perplexität bei Sprache.',
    'What to do with {0}': 'Was mit {0} geschehen soll',
    'What to look at: a fish, a school or an aggregator.':
      'Was zu betrachten ist: ein Fisch, eine Schule oder ein Aggregator.',
    'What to try': 'Was zu probieren ist',
    'What to watch': 'Worauf zu achten ist',
    'What travels': 'Was reist',
    Wheel: 'Mausrad',
    When: 'Wann',
    'When a fish stops': 'Wenn ein Fisch anhält',
    'Whether failure is punished. Reward alone learns slowly, or never.':
      'Ob Misserfolg bestraft wird. Belohnung allein lernt langsam, oder nie.',
    'Whether fish go on training after the first generation, or evolution alone changes them.':
      'Ob die Fische nach der ersten Generation weiter trainieren, oder nur die Evolution sie ändert.',
    'Whether the first row names the columns.': 'Ob die erste Zeile die Spalten benennt.',
    'Whether the strength is learned.': 'Ob die Stärke gelernt wird.',
    'Which built-in task to generate. Its best possible accuracy is known.':
      'Welche eingebaute Aufgabe erzeugt wird. Ihre bestmögliche Genauigkeit ist bekannt.',
    'Which fish': 'Welche Fische',
    'Which fish of the linked school it strikes: "all", or their numbers counted from 1, such as 4 or 1, 3.':
      'Welche Fische der verbundenen Schule sie trifft: „all“ für alle, oder ihre Nummern, gezählt ab 1, etwa 4 oder 1, 3.',
    'Which links between the linked fish it opens and closes: those by which they learn to agree, or those by which they mix weights.':
      'Welche Verbindungen zwischen den verbundenen Fischen er öffnet und schließt: die, durch die sie sich zu einigen lernen, oder die, durch die sie Gewichte mischen.',
    'While a swarm runs, every fish has a row here: accuracy, losses, its share of the examples, its state.':
      'Während ein Schwarm läuft, hat jeder Fisch hier eine Zeile: Genauigkeit, Verluste, sein Anteil an den Beispielen, sein Zustand.',
    'While a swarm runs, this shows which classes it takes for which others, for the swarm and for each fish.':
      'Während ein Schwarm läuft, zeigt dies, welche Klassen er für welche anderen hält, für den Schwarm und für jeden Fisch.',
    'While the experts learn apart, the mean fish falls, and only all together are good: the strength, and the weakness, of a distributed swarm. Then the particles move, and every single fish comes to know nearly what all of them knew together, so that the death of half of them in round 26 costs next to nothing. Try: kill all but one at round 28; kill the same four at round 10, before the evolution; start from weights of their own instead of one ancestor, and see that strangers cannot be mixed.':
      'Solange die Experten getrennt lernen, fällt der mittlere Fisch, und nur alle zusammen sind gut: die Stärke und die Schwäche eines verteilten Schwarms. Dann bewegen sich die Partikel, und jeder einzelne Fisch weiß bald fast alles, was alle zusammen wussten, sodass der Tod der Hälfte in Runde 26 so gut wie nichts kostet. Probieren Sie: Töten Sie in Runde 28 alle bis auf einen; töten Sie dieselben vier in Runde 10, vor der Evolution; beginnen Sie mit eigenen Gewichten statt mit einem Ahnen und sehen Sie, dass sich Fremde nicht mischen lassen.',
    'Who hears whom': 'Wer wen hört',
    'Why?': 'Warum?',
    Wide: 'Breit',
    Width: 'Breite',
    'With an Evolve node, this shows generation by generation whose weights went to whom, and who was fit.':
      'Mit einem Evolutionsknoten zeigt dies Generation für Generation, wessen Gewichte an wen gingen und wer fit war.',
    'With an Organise or Reinforce node, this shows round by round whom it lets speak and how far it trusts each.':
      'Mit einem Organisator oder einer Bestärkung zeigt dies Runde für Runde, wen er sprechen lässt und wie weit er jedem traut.',
    'With exits': 'Mit Ausgängen',
    'With secure aggregation the server sees the sum of the updates alone, so it cannot tell which to leave out':
      'Bei sicherer Aggregation sieht der Server nur die Summe der Änderungen, er kann also nicht sagen, welche er weglassen sollte',
    'With which strength the fish hears another over a trainable state link: that of the link times exp(theta), theta learned with its other parameters.':
      'Mit welcher Stärke der Fisch einen anderen über eine trainierbare Zustandsverbindung hört: die der Verbindung mal exp(theta), wobei theta mit seinen anderen Parametern gelernt wird.',
    Without: 'Ohne',
    'Without improvement': 'Ohne Verbesserung',
    Words: 'Wörter',
    'Words or characters that training shows less often become "unknown". At 2, fish meet unknown words while they learn, and are not surprised by them later.':
      'Wörter oder Zeichen, die im Training seltener vorkommen, werden zu „unbekannt“. Bei 2 begegnen Fische beim Lernen unbekannten Wörtern und sind später nicht von ihnen überrascht.',
    World: 'Welt',
    'Worst fish': 'Schlechtester Fisch',
    'Worst of all': 'Schlechtester von allen',
    Worth: 'Wert',
    'Write again': 'Weiterschreiben',
    'Write whole numbers such as “1-5” or “1, 7, 9”, at most a hundred of them.':
      'Schreiben Sie ganze Zahlen wie „1-5“ oder „1, 7, 9“, höchstens hundert.',
    Yellow: 'Gelb',
    Yes: 'Ja',
    'You asked for another fish like {0} that hears no other fish.':
      'Sie verlangten einen weiteren Fisch wie {0}, der keinen anderen Fisch hört.',
    'You asked for another fish like {0}, with its links.':
      'Sie verlangten einen weiteren Fisch wie {0}, mit dessen Verbindungen.',
    'You asked for another fish like {0}, with the links of {1}.':
      'Sie verlangten einen weiteren Fisch wie {0}, mit den Verbindungen von {1}.',
    'You asked to pause.': 'Sie verlangten eine Pause.',
    'You asked to resume.': 'Sie verlangten, fortzusetzen.',
    'You asked to stop.': 'Sie verlangten, anzuhalten.',
    'You asked what each fish contributes, over {0} random orders.':
      'Sie fragten, was jeder Fisch beiträgt, über {0} zufällige Reihenfolgen.',
    'You corrupted {0} by {1}.': 'Sie störten {0} durch {1}.',
    'You cut {0}.': 'Sie trennten {0}.',
    'You froze {0}: it answers, but learns no more.':
      'Sie froren {0} ein: Er antwortet, lernt aber nichts mehr.',
    'You healed {0}.': 'Sie heilten {0}.',
    'You killed {0}.': 'Sie töteten {0}.',
    'You let {0} learn again.': 'Sie ließen {0} wieder lernen.',
    'You removed {0}.': 'Sie entfernten {0}.',
    'You replaced {0} by a fresh fish.': 'Sie ersetzten {0} durch einen frischen Fisch.',
    'You restored {0}.': 'Sie stellten {0} wieder her.',
    'You revived {0}.': 'Sie belebten {0} wieder.',
    'You set the learning rate of {0} to {1}.': 'Sie setzten die Lernrate von {0} auf {1}.',
    'You set the strength of {0} to {1}.': 'Sie setzten die Stärke von {0} auf {1}.',
    'You set the {0} of {1} to {2}.': 'Sie setzten {0} von {1} auf {2}.',
    'Young fish': 'Junge Fische',
    'Young school · cheap': 'Junge Schule · billig',
    'Your last run, {0}': 'Ihr letzter Lauf, {0}',
    'Your swarms and runs are safe on disk. Look at the log, then choose "Restart the engine".':
      'Ihre Schwärme und Läufe sind auf dem Datenträger sicher. Sehen Sie ins Protokoll und wählen Sie dann „Rechenkern neu starten“.',
    Yours: 'Ihre',
    Zones: 'Zonen',
    'Zones decide which rule acts between two fish, but alignment, cohesion and separation are all 0: give at least one a strength, or turn the zones off.':
      'Zonen entscheiden, welche Regel zwischen zwei Fischen wirkt, aber Ausrichtung, Kohäsion und Abstand sind alle 0: Geben Sie mindestens einer Stärke oder schalten Sie die Zonen aus.',
    'Zones lie around each other: repulsion ({0}) must end before orientation ({1}), and that before attraction ({2}).':
      'Zonen liegen umeinander: Die Abstoßung ({0}) muss vor der Ausrichtung ({1}) enden, und diese vor der Anziehung ({2}).',
    Zoom: 'Zoom',
    'Zoom in': 'Vergrößern',
    'Zoom out': 'Verkleinern',
    'Zoom to fit': 'Alles zeigen',
    'Zoom to selection': 'Auswahl zeigen',
    'a character that is not text': 'ein Zeichen, das kein Text ist',
    'a colon': 'ein Doppelpunkt',
    'a comma or a closing brace': 'ein Komma oder eine schließende geschweifte Klammer',
    'a comma or a closing bracket': 'ein Komma oder eine schließende eckige Klammer',
    'a controller acts at once': 'eine Steuerung sofort handelt',
    'a delay': 'eine Verzögerung',
    'a fish has to read as it is asked what it read as it learned':
      'ein Fisch beim Fragen lesen muss, was er beim Lernen las',
    'a flipped sign': 'ein umgekehrtes Vorzeichen',
    'a key in quotation marks': 'ein Schlüssel in Anführungszeichen',
    'a list': 'eine Liste',
    'a number': 'eine Zahl',
    'a probability for each class is too little to compress':
      'eine Wahrscheinlichkeit je Klasse zu wenig zum Komprimieren ist',
    'a server or hub sends its weights whole; compress the link that goes to it':
      'ein Server oder Verteiler seine Gewichte ganz sendet; komprimieren Sie die Verbindung zu ihm',
    'a text': 'ein Text',
    'a trainable strength': 'eine trainierbare Stärke',
    'a value': 'ein Wert',
    'a vector of {0} numbers, if each takes four bytes':
      'ein Vektor aus {0} Zahlen, wenn jede vier Bytes braucht',
    'a whole number': 'eine ganze Zahl',
    'a {0}': '{0}',
    accuracy: 'Genauigkeit',
    'accuracy is back after {0}': 'Genauigkeit ist nach {0} wieder da',
    'acting only every few rounds': 'Wirken nur alle paar Runden',
    'add comment': 'Notiz hinzufügen',
    'add {0}': '{0} hinzufügen',
    added: 'hinzugefügt',
    'after all rounds': 'nach allen Runden',
    'after round {0}': 'nach Runde {0}',
    'align bottom': 'unten ausrichten',
    'align centres': 'mittig untereinander ausrichten',
    'align left': 'links ausrichten',
    'align middles': 'mittig nebeneinander ausrichten',
    'align right': 'rechts ausrichten',
    'align top': 'oben ausrichten',
    alignment: 'die Ausrichtung',
    'all clients': 'alle Clients',
    'all fish': 'alle Fische',
    'all of them': 'alle',
    'all with the same weight': 'alle mit demselben Gewicht',
    'already holds a run': 'enthält schon einen Lauf',
    'an aggregator can only answer the question it is asked now':
      'ein Aggregator nur die Frage beantworten kann, die ihm jetzt gestellt wird',
    'an aggregator hears its sources each time it is asked':
      'ein Aggregator seine Quellen hört, sooft er gefragt wird',
    'an object': 'ein Objekt',
    'an {0}': '{0}',
    'answers if sure': 'antwortet, wenn sicher',
    'any state': 'alle Zustände',
    'any swarm': 'alle Schwärme',
    'any tag': 'alle Schlagwörter',
    architecture: 'Architektur',
    'arrange nodes': 'Knoten anordnen',
    'arrange the selected nodes': 'ausgewählte Knoten anordnen',
    'as it was opened': 'wie geöffnet',
    'as of round {0}': 'Stand von Runde {0}',
    'as of the checkpoint after round {0}': 'nach dem Sicherungspunkt von Runde {0}',
    asks: 'fragt',
    'at least twice as many and three more': 'mindestens doppelt so vielen und drei weiteren',
    'at random': 'zufällig',
    'at the target': 'beim Zielwert',
    automatic: 'automatisch',
    axis: 'Achse',
    'back at': 'zurück in',
    'back from the fault "{0}"': 'zurück von der Störung „{0}“',
    batch: 'Batch',
    begins: 'beginnt',
    best: 'am besten',
    'best fish': 'bester Fisch',
    'best fitness': 'beste Fitness',
    'built-in': 'eingebaut',
    'by a column': 'nach einer Spalte',
    'by class': 'nach Klasse',
    'by column': 'nach Spalte',
    'by {0}': 'von {0}',
    bytes: 'Bytes',
    'cannot be used: it must be {0}': 'ist nicht nutzbar: Es muss {0} sein',
    'change {0} of a link': '{0} einer Verbindung ändern',
    'change {0} of the run': '{0} des Laufs ändern',
    'change {0} of {1}': '{0} von {1} ändern',
    changed: 'geändert',
    'checkpoint every': 'Sicherungspunkt alle',
    classes: 'Klassen',
    clients: 'Clients',
    closed: 'geschlossen',
    cohesion: 'die Kohäsion',
    'collapse {0}': '{0} einklappen',
    'collapsed group': 'eingeklappte Gruppe',
    'colour comment': 'Notiz färben',
    comment: 'Notiz',
    compression: 'Kompression',
    control: 'Steuerung',
    controller: 'Steuerung',
    copied: 'kopiert',
    'copies of each part': 'Kopien jedes Teils',
    'corrupted by a command': 'durch einen Befehl gestört',
    'cost a text': 'Kosten je Text',
    counts: 'Anzahlen',
    cut: 'getrennt',
    'cut {0}': '{0} ausschneiden',
    data: 'Daten',
    'data (found)': 'Daten (gefunden)',
    dead: 'tot',
    deadline: 'Frist',
    'decides who hears whom, once it runs': 'entscheidet im Lauf, wer wen hört',
    delay: 'Verzögerung',
    'delete the links of a port': 'Verbindungen eines Anschlusses löschen',
    'delete {0}': '{0} löschen',
    'describe the swarm': 'Schwarm beschreiben',
    description: 'Beschreibung',
    'did not say which': 'sagten nicht, welche',
    distributed: 'verteilt',
    'draw a link anew': 'Verbindung umlegen',
    'drift of clients': 'Drift der Clients',
    'duplicate {0}': '{0} duplizieren',
    'e to the power of the loss.': 'e hoch den Verlust.',
    'each part': 'jeden Teil',
    edges: 'Kanten',
    elastic: 'elastisch',
    'engine {0}': 'Rechenkern {0}',
    entropy: 'Entropie',
    epsilon: 'Epsilon',
    'epsilon spent': 'verbrauchtes Epsilon',
    'evaluate every': 'auswerten alle',
    evaluating: 'wertet aus',
    every: 'alle',
    'every fish sees all': 'jeder Fisch sieht alles',
    'every {0}': 'alle {0}',
    'everybody hears the mean of everybody': 'alle hören den Mittelwert von allen',
    evolutionary: 'evolutionär',
    examples: 'Beispiele',
    'examples are read where they lie': 'Beispiele dort gelesen werden, wo sie liegen',
    'examples/s': 'Beispiele/s',
    executor: 'Rechenwerk',
    'expand {0}': '{0} ausklappen',
    failed: 'fehlgeschlagen',
    federated: 'föderiert',
    file: 'Datei',
    finished: 'beendet',
    'first level answers': 'erste Stufe',
    fish: 'Fische',
    'fish that exchange states or predictions learn in one computation':
      'Fische, die Zustände oder Vorhersagen austauschen, in einer Berechnung lernen',
    'fish {0}': 'Fisch {0}',
    fixed: 'fest',
    'fixed share': 'Fixed Share',
    'flipped labels': 'verfälschte Klassen',
    'fold {0} nodes into a school': '{0} Knoten zu einer Schule falten',
    'folder/train.csv': 'Ordner/train.csv',
    for: 'für',
    'free of the fault "{0}"': 'frei von der Störung „{0}“',
    from: 'von',
    frozen: 'eingefroren',
    'frozen by a command': 'durch einen Befehl eingefroren',
    gate: 'Weiche',
    generation: 'Generation',
    'generation {0}': 'Generation {0}',
    'generation {0}: {1}': 'Generation {0}: {1}',
    'generations from left to right · a line leads from whose weights to who has them · the stronger the colour the fitter':
      'Generationen von links nach rechts · eine Linie führt von dem, dessen Gewichte es sind, zu dem, der sie hat · je kräftiger die Farbe, desto fitter',
    genetic: 'genetisch',
    'geo. median': 'geom. Median',
    group: 'gruppieren',
    'group {0}': '{0} gruppieren',
    happened: 'geschehen',
    'has no {0}; take it out': 'hat kein {0}; nehmen Sie es heraus',
    'healed by a command': 'durch einen Befehl geheilt',
    'hidden state': 'innerer Zustand',
    hierarchical: 'hierarchisch',
    hybrid: 'gemischt',
    'import data': 'Daten importieren',
    in: 'Eingang',
    'insert {0}': '{0} einfügen',
    interrupted: 'unterbrochen',
    'invert {0}': '{0} umkehren',
    inverted: 'umgekehrt',
    'is a child of': 'ist ein Kind von',
    'is a mutant of': 'ist ein Mutant von',
    'is live again': 'lebt wieder',
    'is merged from': 'ist verschmolzen aus',
    'is missing: it must be {0}': 'fehlt: Es muss {0} sein',
    'is not as it should be: {0}': 'ist nicht, wie es sein sollte: {0}',
    'is not empty': 'ist nicht leer',
    'it errs too much to be heard': 'er irrt zu oft, um gehört zu werden',
    'it has no {0} at all': 'es hat überhaupt keinen {0}',
    'it has {0}': 'es hat {0}',
    'it is the answer of the swarm itself, or a look at it':
      'es die Antwort des Schwarms selbst ist, oder ein Blick darauf',
    'its examples stay with it, since it is a client of "{0}"':
      'seine Beispiele bleiben bei ihm, denn er ist ein Client von „{0}“',
    'its loss or its gradient': 'sein Verlust oder sein Gradient',
    'its loss on validation': 'sein Verlust bei der Validierung',
    'its messages are lost by {0}': 'seine Nachrichten gehen verloren durch {0}',
    'its share went to {0}': 'sein Teil ging an {0}',
    'its training thread ended unexpectedly': 'sein Trainingsthread endete unerwartet',
    'its weight in the decision': 'sein Gewicht in der Entscheidung',
    'its weights are learned by the aggregator, not by the link':
      'ihre Gewichte vom Aggregator gelernt werden, nicht von der Verbindung',
    'kept in reserve': 'in Reserve gehalten',
    'kept its weights': 'behielt seine Gewichte',
    'kill {0}': '{0} töten',
    'killed by a command': 'durch einen Befehl getötet',
    kind: 'Art',
    'label before text': 'Klasse vor Text',
    'labels flipped by {0}': 'Klassen verfälscht durch {0}',
    language: 'Sprache',
    'layers × width': 'Schichten × Breite',
    learned: 'gelernt',
    learning: 'lernt',
    'learning rate': 'Lernrate',
    'learns again by a command': 'lernt durch einen Befehl wieder',
    'left the swarm': 'hat den Schwarm verlassen',
    legend: 'Legende',
    'let it learn from the texts instead': 'lassen Sie ihn stattdessen aus den Texten lernen',
    'let it take the strengths of its links': 'lassen Sie ihn die Stärken seiner Verbindungen nehmen',
    'line {0}: {1}': 'Zeile {0}: {1}',
    link: 'Verbindung',
    'link two nodes': 'zwei Knoten verbinden',
    'link {0} to {1}': '{0} mit {1} verbinden',
    links: 'Verbindungen',
    live: 'lebt',
    'loading…': 'wird geladen …',
    'local work': 'lokale Arbeit',
    'log scale': 'logarithmisch',
    'loses {0} %': 'verliert {0} %',
    loss: 'Verlust',
    'loss of messages': 'Verlust von Nachrichten',
    'loss, tuning': 'Verlust, Tuning',
    lost: 'verloren',
    'macro F1': 'Makro-F1',
    majority: 'Mehrheit',
    'many links': 'viele Verbindungen',
    mean: 'Mittelwert',
    'mean fish': 'mittlerer Fisch',
    'mean fitness': 'mittlere Fitness',
    'mean of': 'Mittel',
    'mean {0}, deviation {1}, {2}': 'Mittel {0}, Abweichung {1}, {2}',
    'mean ± standard deviation over seeds of the same swarm':
      'Mittel ± Standardabweichung über Startwerte desselben Schwarms',
    members: 'Mitglieder',
    memory: 'Speicher',
    merge: 'Verschmelzen',
    messages: 'Nachrichten',
    method: 'Verfahren',
    'mislead {0}': '{0} irreführen',
    misled: 'irregeführt',
    modular: 'modular',
    'more than twice as many': 'mehr als doppelt so vielen',
    'most weight on {0} ({1})': 'das meiste Gewicht auf {0} ({1})',
    'move {0}': '{0} bewegen',
    'move {0} into {1}': '{0} in {1} bewegen',
    'move {0} to other groups': '{0} in andere Gruppen bewegen',
    moved: 'bewegt',
    'must be at least {0}': 'muss mindestens {0} sein',
    'must be at most {0}': 'darf höchstens {0} sein',
    'must be less than {0}': 'muss kleiner als {0} sein',
    'must be more than {0}': 'muss größer als {0} sein',
    'must be {0}, not {1}': 'muss {0} sein, nicht {1}',
    'must have at least {0} characters': 'muss mindestens {0} Zeichen haben',
    'must have at least {0} entries': 'muss mindestens {0} Einträge haben',
    'must have at most {0} characters': 'darf höchstens {0} Zeichen haben',
    'must have at most {0} entries': 'darf höchstens {0} Einträge haben',
    'must not be empty': 'darf nicht leer sein',
    name: 'Name',
    'names (found)': 'Namen (gefunden)',
    'names of columns': 'Namen der Spalten',
    nats: 'Nats',
    needed: 'nötig',
    neighbours: 'Nachbarn',
    'no file': 'keine Datei',
    'no file chosen': 'keine Datei gewählt',
    'nobody is left to take over': 'niemand ist mehr da, der übernehmen könnte',
    'nobody was heard': 'niemand wurde gehört',
    nodes: 'Knoten',
    noise: 'Rauschen',
    'noise in its weights by {0}': 'Rauschen in seinen Gewichten durch {0}',
    noisy: 'verrauscht',
    none: 'keine',
    'none yet': 'noch keine',
    'norm {0}': 'Norm {0}',
    'norm {0}, {1}': 'Norm {0}, {1}',
    'not saved to a file': 'nicht in einer Datei gespeichert',
    nothing: 'nichts',
    now: 'jetzt',
    null: 'null',
    'offspring of the evolution "{0}"': 'Nachkomme der Evolution „{0}“',
    'one class a fish': 'eine Klasse je Fisch',
    'only the strength of a state link from fish to fish can be learned':
      'nur die Stärke einer Zustandsverbindung von Fisch zu Fisch gelernt werden kann',
    'only {0}': 'nur {0}',
    'open × {0}': 'offen × {0}',
    "or a path on the engine's machine": 'oder ein Pfad auf dem Rechner des Rechenkerns',
    organiser: 'Organisator',
    out: 'Ausgang',
    'pairs of fish that talk': 'Paare sprechender Fische',
    parameters: 'Parameter',
    particles: 'Partikel',
    parts: 'Teile',
    passes: 'Durchgänge',
    'paste {0}': '{0} einfügen',
    paused: 'pausiert',
    pausing: 'pausiert gleich',
    'pausing…': 'pausiert gleich …',
    perplexity: 'Perplexität',
    'perplexity {0}': 'Perplexität {0}',
    'places on the canvas, too': 'auch Orte auf der Fläche',
    'plain text': 'reiner Text',
    'play with speakers': 'Schauspiel mit Rollen',
    position: 'Ort',
    prediction: 'Vorhersage',
    predictions: 'Vorhersagen',
    preparing: 'wird vorbereitet',
    'preparing…': 'wird vorbereitet …',
    'probabilities, right in {0}, loss {1}': 'Wahrscheinlichkeiten, zu {0} richtig, Verlust {1}',
    'probability {0}': 'Wahrscheinlichkeit {0}',
    'put {0} into a link': '{0} in eine Verbindung setzen',
    queued: 'wartet',
    'queued, another run goes first': 'wartet, ein anderer Lauf geht vor',
    'queued, {0} of {1}': 'wartet, {0} von {1}',
    'quorum {0}': 'Quorum {0}',
    'radius of attraction': 'den Radius der Anziehung',
    'radius of orientation': 'den Radius der Ausrichtung',
    'radius of repulsion': 'den Radius der Abstoßung',
    random: 'zufällig',
    'random parts': 'zufällige Teile',
    'random ×{0}': 'zufällig ×{0}',
    rate: 'Rate',
    recovered: 'erholt',
    removed: 'entfernt',
    'removed by a command': 'durch einen Befehl entfernt',
    'rename the swarm': 'Schwarm umbenennen',
    'rename {0}': '{0} umbenennen',
    'resize comment': 'Notizgröße ändern',
    'resize {0}': 'Größe von {0} ändern',
    restart: 'Neustart',
    'restarted by "{0}"': 'neu gestartet durch „{0}“',
    'resumed after round {0}': 'fortgesetzt nach Runde {0}',
    returned: 'zurück',
    'revived by a command': 'durch einen Befehl wiederbelebt',
    'rewards whoever helps, once it runs': 'belohnt im Lauf, wer hilft',
    ridge: 'Ridge',
    right: 'richtig',
    round: 'Runde',
    'round {0}': 'Runde {0}',
    rounds: 'Runden',
    'rows hear, columns speak · the fuller the square the more trust · outlined: closed':
      'Zeilen hören, Spalten sprechen · je voller das Quadrat, desto mehr Vertrauen · umrandet: geschlossen',
    'rows: what it was · columns: what was answered · a click on a cell shows its texts':
      'Zeilen: was es war · Spalten: was geantwortet wurde · ein Klick auf eine Zelle zeigt ihre Texte',
    run: 'Lauf',
    running: 'läuft',
    'said {0} ({1}).': 'sagte {0} ({1}).',
    schooling: 'schwärmend',
    score: 'Bewertung',
    seed: 'Startwert',
    'seed {0}': 'Startwert {0}',
    selected: 'ausgewählt',
    'self-organising': 'selbstorganisierend',
    'self-renewing': 'selbsterneuernd',
    'sent this round': 'diese Runde',
    separation: 'den Abstand',
    share: 'Anteil',
    'share of the answer (columns)': 'Anteil an der Antwort (Spalten)',
    'share of the truth (rows)': 'Anteil an der Wahrheit (Zeilen)',
    shared: 'gemeinsam',
    'shown as': 'gezeigt als',
    'shows what passes once it runs': 'zeigt im Lauf, was hindurchgeht',
    'sign flipped by {0}': 'Vorzeichen umgekehrt durch {0}',
    'silence {0}': '{0} zum Schweigen bringen',
    size: 'Größe',
    'skewed by class': 'schief nach Klassen',
    slow: 'langsam',
    'slow {0}': '{0} bremsen',
    'slowed down by {0}': 'gebremst durch {0}',
    smoothing: 'Glättung',
    space: 'Leerzeichen',
    spare: 'Ersatz',
    'spoil {0}': '{0} verderben',
    state: 'Zustand',
    states: 'Zustände',
    'states and predictions are used in the very step they are computed in':
      'Zustände und Vorhersagen in eben dem Schritt benutzt werden, in dem sie berechnet werden',
    step: 'Schritt',
    steps: 'Schritte',
    stopped: 'angehalten',
    stopping: 'wird angehalten',
    'stopping…': 'wird angehalten …',
    strength: 'Stärke',
    'sure {0}': 'sicher {0}',
    swarm: 'Schwarm',
    'swarm accuracy {0}': 'Genauigkeit des Schwarms {0}',
    'swarm {0}': 'Schwarm {0}',
    tab: 'Tabulator',
    tags: 'Schlagwörter',
    'take the version on disk': 'Fassung vom Datenträger übernehmen',
    'take {0} out of its group': '{0} aus der Gruppe nehmen',
    takeovers: 'Übernahmen',
    'takes the place of {0}': 'nimmt den Platz von {0} ein',
    target: 'Zielwert',
    temperature: 'Temperatur',
    tensor: 'Tensor',
    'the answer': 'die Antwort',
    'the best of this row': 'das Beste dieser Zeile',
    'the fault "{0}"': 'die Störung „{0}“',
    'the first {0} are shown': 'die ersten {0} werden gezeigt',
    'the link "{0}"': 'die Verbindung „{0}“',
    'the link "{0}" from {1} to {2}': 'die Verbindung „{0}“ von {1} nach {2}',
    'the link from {0} to {1}': 'die Verbindung von {0} nach {1}',
    'the same': 'dasselbe',
    'the swarm': 'der Schwarm',
    'the swarm errs: a fresh expert': 'der Schwarm irrt: ein frischer Experte',
    'this fish': 'dieser Fisch',
    'ties to': 'Gleichstand an',
    time: 'Zeit',
    to: 'nach',
    tokens: 'Tokens',
    'tokens/s': 'Tokens/s',
    'took its best weights': 'nahm seine besten Gewichte',
    'top {0}': 'beste {0}',
    'true or false': 'wahr oder falsch',
    'truth, then answers': 'Wahrheit, dann Antworten',
    'unfold {0}': '{0} auffalten',
    'ungroup {0}': '{0} auflösen',
    'unknown word': 'unbekanntes Wort',
    '{0} d {1} h': '{0} T {1} h',
    'no end': 'ohne Ende',
    validation: 'Validierung',
    waiting: 'wartet',
    'waits in reserve': 'wartet in Reserve',
    'was dead': 'war tot',
    'way in': 'Eingang',
    'way out': 'Ausgang',
    weight: 'Gewicht',
    weights: 'Gewichte',
    'weights are mixed between the steps of learning, where no gradient reaches':
      'Gewichte zwischen den Lernschritten gemischt werden, wohin kein Gradient reicht',
    'weights by': 'Gewichte aus',
    'weights travel, examples stay': 'Gewichte reisen, Beispiele bleiben',
    'what to watch': 'Worauf zu achten ist',
    'whom aggregators hear': 'wen Aggregatoren hören',
    'whose answers': 'Antworten von',
    'whose predictions fish learn from': 'aus wessen Vorhersagen Fische lernen',
    'whose weights fish mix with their own': 'wessen Gewichte Fische in ihre mischen',
    'without improvement': 'ohne Verbesserung',
    'write comment': 'Notiz schreiben',
    'wrong: it is {0}': 'falsch: Es ist {0}',
    yours: 'Ihre',
    'zoom together': 'gemeinsam zoomen',
    '{0} % a time': 'je {0} %',
    '{0} % kept for validation': '{0} % zur Validierung',
    '{0} The command was ignored.': '{0} Der Befehl wurde übergangen.',
    '{0} There is: {1} and {2} more.': '{0} Es gibt: {1} und {2} weitere.',
    '{0} There is: {1}.': '{0} Es gibt: {1}.',
    '{0} a fish': 'Ein Fisch: {0}',
    '{0} a fish of the selection': 'Ein Fisch der Auswahl: {0}',
    '{0} a round': '{0} je Runde',
    '{0} all {1}': 'Alle {1}: {0}',
    '{0} already waits for {1}; this link would close a circle.':
      '{0} wartet schon auf {1}; diese Verbindung schlösse einen Kreis.',
    '{0} and {1}': '{0} und {1}',
    '{0} and {1} are not linked alike: look at their links with {2}.':
      '{0} und {1} sind nicht gleich verbunden: Sehen Sie auf ihre Verbindungen mit {2}.',
    '{0} and {1} cannot exchange weights this way: fish join a server at its "weights", and a server joins another server or a hub by its own "upper".':
      '{0} und {1} können so keine Gewichte austauschen: Fische verbinden sich mit „weights“ eines Servers, und ein Server mit einem anderen Server oder Verteiler durch sein eigenes „upper“.',
    '{0} and {1} differ in “{2}” ({3} and {4}): fish of a school are alike.':
      '{0} und {1} unterscheiden sich in „{2}“ ({3} und {4}): Fische einer Schule sind gleich.',
    '{0} and {1} more': '{0} und {1} weitere',
    '{0} answered as {1}: {2}': '{0} als {1} beantwortet: {2}',
    '{0} answered, {1} sure when calibrated.': '{0} antwortete, kalibriert zu {1} sicher.',
    '{0} answers {1} of validation with {2}': '{0} beantwortet {1} der Validierung mit {2}',
    '{0} are not numbers': '{0} sind keine Zahlen',
    '{0} at round {1}': '{0} in Runde {1}',
    '{0} bears {1} only among {2}, but it asks {3} at a time.':
      '{0} verkraftet {1} nur unter {2}, gefragt werden aber jeweils {3}.',
    '{0} belongs to two populations, but a fish can evolve in one only: delete one of the links.':
      '{0} gehört zu zwei Populationen, ein Fisch kann sich aber nur in einer entwickeln: Löschen Sie eine der Verbindungen.',
    '{0} cannot be linked to itself: link it to another node.':
      '{0} kann nicht mit sich selbst verbunden werden: Verbinden Sie ihn mit einem anderen Knoten.',
    '{0} cannot be opened or made: {1}. Check the path.':
      '{0} kann nicht geöffnet oder angelegt werden: {1}. Prüfen Sie den Pfad.',
    '{0} could not be read by the browser: {1}.': '{0} konnte vom Browser nicht gelesen werden: {1}.',
    '{0} could not be written because the disk is full. Free some space and resume the run: what was saved before is intact.':
      '{0} konnte nicht geschrieben werden, weil der Datenträger voll ist. Schaffen Sie Platz und setzen Sie den Lauf fort: Was vorher gespeichert wurde, ist unversehrt.',
    '{0} died': '{0} ist gestorben',
    '{0} does not measure {1}: choose another measure.': '{0} misst keine {1}: Wählen Sie ein anderes Maß.',
    '{0} does nothing on this link, since {1}: the run goes on as if there were none.':
      '{0} bewirkt auf dieser Verbindung nichts, da {1}: Der Lauf geht weiter, als gäbe es das nicht.',
    '{0} example | {0} examples': { one: '{0} Beispiel', other: '{0} Beispiele' },
    '{0} examples/s': '{0} Beispiele/s',
    '{0} failed': '{0} ist ausgefallen',
    '{0} failed on numbers that are none at round {1}': '{0} fiel in Runde {1} an Zahlen aus, die keine sind',
    '{0} fell behind at round {1}': '{0} blieb in Runde {1} zurück',
    '{0} fish died | {0} fish died': { one: '{0} Fisch ist gestorben', other: '{0} Fische sind gestorben' },
    '{0} fish with {1} layers need {2} coefficients, more than the {3} that can be searched: use one a fish.':
      '{0} Fische mit {1} Schichten brauchen {2} Koeffizienten, mehr als die {3}, die sich suchen lassen: Nehmen Sie eine je Fisch.',
    '{0} follows rules of schooling, which would hold for all of the school: set alignment, cohesion and separation to 0 first.':
      '{0} folgt Schwarmregeln, die für die ganze Schule gälten: Setzen Sie zuerst Ausrichtung, Kohäsion und Abstand auf 0.',
    '{0} gave no answers at the last evaluation, so nothing was confused.':
      '{0} gab bei der letzten Auswertung keine Antworten, verwechselt wurde also nichts.',
    '{0} gives no {1} that {2} takes, so it does not fit {3}.':
      '{0} gibt kein {1}, das {2} nimmt, und passt darum nicht an {3}.',
    '{0} has no {1} called "{2}": {3}.': '{0} hat keinen {1} namens „{2}“: {3}.',
    '{0} heads do not divide a width of {1} evenly: choose a number of heads that does.':
      '{0} Köpfe teilen eine Breite von {1} nicht ohne Rest: Wählen Sie eine Kopfzahl, die es tut.',
    '{0} hears {1}': '{0} hört {1}',
    '{0} in the running swarm': '{0} im laufenden Schwarm',
    '{0} is a client of {1}, so its examples must stay with it, but fish that exchange {2} learn from common examples: delete the link, or let {3} leave the server.':
      '{0} ist ein Client von {1}, seine Beispiele müssen also bei ihm bleiben, aber Fische, die {2} austauschen, lernen aus gemeinsamen Beispielen: Löschen Sie die Verbindung oder lassen Sie {3} den Server verlassen.',
    '{0} is a client of {1}, so its examples must stay with it, but {2} would give its share to other fish: let it restart fish instead.':
      '{0} ist ein Client von {1}, seine Beispiele müssen also bei ihm bleiben, aber {2} gäbe seinen Teil anderen Fischen: Lassen Sie stattdessen Fische neu starten.',
    '{0} is a single fish already.': '{0} ist schon ein einzelner Fisch.',
    '{0} is already controlled by "{1}", and two controllers would undo each other\'s choices: delete one of the links.':
      '{0} wird schon von „{1}“ gesteuert, und zwei Steuerungen höben ihre Entscheidungen gegenseitig auf: Löschen Sie eine der Verbindungen.',
    '{0} is back': '{0} ist zurück',
    '{0} is back at round {1} and has its share again.':
      '{0} ist in Runde {1} zurück und hat seinen Teil wieder.',
    '{0} is damaged and cannot be read as a database. Restore it from a backup, or delete the run and start it again.':
      '{0} ist beschädigt und als Datenbank nicht lesbar. Stellen Sie eine Sicherung wieder her, oder löschen Sie den Lauf und starten Sie ihn neu.',
    '{0} is dead': '{0} ist tot',
    '{0} is empty. Choose a file with at least two rows.':
      '{0} ist leer. Wählen Sie eine Datei mit mindestens zwei Zeilen.',
    '{0} is larger than 140 MB. Give its path on this machine in the field instead of choosing it.':
      '{0} ist größer als 140 MB. Geben Sie im Feld den Pfad auf diesem Rechner an, statt die Datei zu wählen.',
    '{0} is linked to {1}, and fish of one node cannot be linked to each other: use a hub, or leave them apart.':
      '{0} ist mit {1} verbunden, und Fische eines Knotens können nicht miteinander verbunden sein: Nehmen Sie einen Verteiler oder lassen Sie sie getrennt.',
    '{0} is no fish: only fish make a school.': '{0} ist kein Fisch: Nur Fische bilden eine Schule.',
    '{0} is plain text without classes, but the goal is classification: choose language modelling as the goal, or another task.':
      '{0} ist reiner Text ohne Klassen, das Ziel ist aber Klassifikation: Wählen Sie Sprachmodellierung als Ziel oder eine andere Aufgabe.',
    '{0} is the public text of {1}, which every client reads, but {2} learns from the same data: link other text, such as a built-in task with another data seed.':
      '{0} ist der öffentliche Text von {1}, den jeder Client liest, aber {2} lernt aus denselben Daten: Verbinden Sie anderen Text, etwa eine eingebaute Aufgabe mit einem anderen Datenstartwert.',
    '{0} is well': '{0} ist wohlauf',
    '{0} joined': '{0} ist dabei',
    '{0} joined the swarm.': '{0} kam zum Schwarm.',
    '{0} left': 'noch {0}',
    '{0} left the swarm': '{0} hat den Schwarm verlassen',
    '{0} link': 'Verbindung: {0}',
    '{0} longer than {1} tokens cut.': '{0}, die länger als {1} Tokens sind, abgeschnitten.',
    '{0} lost': '{0} verloren',
    '{0} max': '{0} max.',
    '{0} may not be written by this user. Change its permissions or choose another folder (SHUURAI_HOME or --out).':
      '{0} darf von diesem Benutzer nicht beschrieben werden. Ändern Sie die Zugriffsrechte oder wählen Sie einen anderen Ordner (SHUURAI_HOME oder --out).',
    '{0} messages/s, {1}/s': '{0} Nachrichten/s, {1}/s',
    '{0} min': '{0} min.',
    '{0} more': '{0} weitere',
    '{0} more: type to find them.': '{0} weitere: Tippen Sie, um sie zu finden.',
    '{0} ms': '{0} ms',
    '{0} needs something at "{1}": {2}': '{0} braucht etwas an „{1}“: {2}',
    '{0} nodes, {1} of {2} links open': '{0} Knoten, {1} von {2} Verbindungen offen',
    '{0} numbers from {1} to {2}, mean {3}, deviation {4}':
      '{0} Zahlen von {1} bis {2}, Mittel {3}, Abweichung {4}',
    '{0} of "{1}" also stand in "{2}" and are left out of training.':
      '{0} von „{1}“ stehen auch in „{2}“ und bleiben aus dem Training weg.',
    '{0} of "{1}" cannot be read; {2} Correct the file, or leave such rows out with "Skip unreadable rows" (skipBadRows; on the command line --set nodes.{3}.params.skipBadRows=true).':
      '{0} von „{1}“ nicht lesbar; {2} Verbessern Sie die Datei, oder lassen Sie solche Zeilen mit „Nicht lesbare Zeilen überspringen“ weg (skipBadRows; auf der Befehlszeile --set nodes.{3}.params.skipBadRows=true).',
    '{0} of "{1}" could not be read and left out (first: line {2}, {3})':
      '{0} von „{1}“ nicht lesbar und weggelassen (zuerst: Zeile {2}, {3})',
    '{0} of "{1}" left out.': '{0} von „{1}“ weggelassen.',
    '{0} of "{1}" repeat a validation text and are left out.':
      '{0} von „{1}“ wiederholen einen Validierungstext und bleiben weg.',
    '{0} of {1}': '{0} von {1}',
    '{0} of {1} agree': '{0} von {1} stimmen überein',
    '{0} of {1} are longer than {2} tokens and are cut.':
      '{0} von {1} länger als {2} Tokens und abgeschnitten.',
    '{0} of {1} fish': '{0} von {1} Fischen',
    '{0} of {1} from…': '{0} von {1} von …',
    '{0} of {1} open': '{0} von {1} offen',
    '{0} of {1} sources': '{0} von {1} Quellen',
    '{0} of {1} to {2}': '{0} von {1} nach {2}',
    '{0} of {1} tokens are more than the {2} that fit in memory. Limit the rows (maxRows) or the context.':
      '{0} zu {1} Tokens sind mehr als die {2}, die in den Speicher passen. Begrenzen Sie die Zeilen (maxRows) oder den Kontext.',
    '{0} of {1} to…': '{0} von {1} nach …',
    '{0} of {1} voices said {2}, {3} of the votes.': '{0} von {1} Stimmen sagten {2}, {3} der Stimmen.',
    '{0} on disk': '{0} auf dem Datenträger',
    '{0} or {1}': '{0} oder {1}',
    '{0} replaced': '{0} ersetzt',
    '{0} senses the states of other fish, so that it cannot stand in for another of its population: delete the state link, or choose another method.':
      '{0} nimmt die Zustände anderer Fische wahr und kann darum keinen anderen seiner Population vertreten: Löschen Sie die Zustandsverbindung oder wählen Sie ein anderes Verfahren.',
    '{0} senses the states of other fish, so that it cannot stand in for another of its population: delete the state link, or link one school only.':
      '{0} nimmt die Zustände anderer Fische wahr und kann darum keinen anderen seiner Population vertreten: Löschen Sie die Zustandsverbindung oder verbinden Sie nur eine Schule.',
    '{0} shown': '{0} gezeigt',
    '{0} since round {1}': '{0} seit Runde {1}',
    '{0} size': 'Größe: {0}',
    '{0} spares leave none of the {1} linked fish to learn: keep fewer in reserve, or link more fish.':
      '{0} Ersatzfische lassen keinen der {1} verbundenen Fische lernen: Behalten Sie weniger in Reserve oder verbinden Sie mehr Fische.',
    '{0} did not finish round {1}': '{0} hat Runde {1} nicht beendet',
    '{0} It will hold in the next run.': '{0} Ab dem nächsten Lauf gilt es.',
    '{0} takes no {1} of {2}, so it does not fit {3}.':
      '{0} nimmt kein {1} von {2} und passt darum nicht an {3}.',
    '{0} the fish of the selection': 'Die Fische der Auswahl: {0}',
    '{0} to {1}': '{0} nach {1}',
    '{0} to {1}: {2}': '{0} zu {1}: {2}',
    '{0} training examples cannot be spread over {1} fish: each needs one at least.':
      '{0} Trainingsbeispiele lassen sich nicht auf {1} Fische verteilen: Jeder braucht mindestens eines.',
    '{0} wait for each other in a circle, so none could ever answer: delete one of their links.':
      '{0} warten im Kreis aufeinander, sodass keiner je antworten könnte: Löschen Sie eine ihrer Verbindungen.',
    '{0} was no longer a number at step {1} of round {2}':
      '{0} war in Schritt {1} von Runde {2} keine Zahl mehr',
    '{0} was {1} sure': '{0} war zu {1} sicher',
    '{0} weighs its sources anew after every evaluation, against what the controller decides: {1}.':
      '{0} gewichtet seine Quellen nach jeder Auswertung neu, gegen das, was die Steuerung entscheidet: {1}.',
    '{0} {1}': '{1}: {0}',
    '{0} {1}.': '{0} {1}.',
    '{0} · {1} · accuracy {2} · loss {3}': '{0} · {1} · Genauigkeit {2} · Verlust {3}',
    '{0}, by {1}': '{0}, von {1}',
    '{0}, layer {1}': '{0}, Schicht {1}',
    '{0}, line {1}, column {2}: {3}': '{0}, Zeile {1}, Spalte {2}: {3}',
    '{0}, not in a file yet': '{0}, noch in keiner Datei',
    '{0}, not {1}': '{0}, nicht {1}',
    '{0}, validation': '{0}, Validierung',
    '{0}, {1} and {2}': '{0}, {1} und {2}',
    '{0}, {1} away from those of round {2}': '{0}, {1} von denen der Runde {2} entfernt',
    '{0}, {1}; {2} of them said {3}.': '{0}, {1}; {2} davon sagten {3}.',
    '{0}: choose one of the two.': '{0}: Wählen Sie eines von beiden.',
    '{0}: learning rate {1}': '{0}: Lernrate {1}',
    '{0}: {1} weights of norm {2}': '{0}: {1} Gewichte mit Norm {2}',
    '{0}: {1} {2}': '{0}: {1} {2}',
    '{0}: {1}, trust {2}': '{0}: {1}, Vertrauen {2}',
    '{0}; it lives, so a restart would not help.': '{0}; er lebt, ein Neustart hülfe also nicht.',
    '{0}; it was restarted from its last good weights.':
      '{0}; er wurde mit seinen letzten guten Gewichten neu gestartet.',
    '{0}; {1} took its place with the weights of {2}.':
      '{0}; {1} nahm seinen Platz ein, mit den Gewichten von {2}.',
    '{0}; {1} took its place.': '{0}; {1} nahm seinen Platz ein.',
    '{0}; {1}.': '{0}; {1}.',
    '{0}–{1} of {2}': '{0}–{1} von {2}',
    '“{0}”': '„{0}“',
    '“{0}” cannot be opened': '„{0}“ kann nicht geöffnet werden',
    '“{0}” cannot be opened as it is now: {1}':
      '„{0}“ kann so, wie sie jetzt ist, nicht geöffnet werden: {1}',
    '“{0}” cannot be used here: {1}': '„{0}“ ist hier nicht nutzbar: {1}',
    '“{0}” could not be exported: {1}': '„{0}“ konnte nicht exportiert werden: {1}',
    '“{0}” could not be read: {1}': '„{0}“ konnte nicht gelesen werden: {1}',
    '“{0}” could not be saved: {1}': '„{0}“ konnte nicht gespeichert werden: {1}',
    '“{0}” is data: open or start a swarm first, then drop it again.':
      '„{0}“ enthält Daten: Öffnen oder beginnen Sie zuerst einen Schwarm und legen Sie die Datei dann noch einmal ab.',
    '“{0}” is in the gallery now, under “Yours”.': '„{0}“ ist jetzt in der Galerie, unter „Ihre“.',
    '“{0}” is no longer there.': '„{0}“ ist nicht mehr da.',
    '“{0}” was changed by another program': '„{0}“ wurde von einem anderen Programm geändert',
    '“{0}”, and answered so': '„{0}“, und so beantwortet',
    '“{0}”, but answered “{1}”': '„{0}“, aber mit „{1}“ beantwortet',
    '+ {0} more | + {0} more': { one: '+ {0} weiterer', other: '+ {0} weitere' },
    'Add {0} fish like those of  | Add {0} fish like those of ': {
      one: '{0} Fisch hinzufügen wie ',
      other: '{0} Fische hinzufügen wie ',
    },
    'Ask about {0} text | Ask about {0} texts': {
      one: 'Nach {0} Text fragen',
      other: 'Nach {0} Texten fragen',
    },
    'Compare {0} run | Compare {0} runs': { one: '{0} Lauf vergleichen', other: '{0} Läufe vergleichen' },
    'Delete this run with its checkpoints and metrics? This cannot be undone. | Delete {0} runs with their checkpoints and metrics? This cannot be undone.':
      {
        one: 'Diesen Lauf mit Sicherungspunkten und Messwerten löschen? Das lässt sich nicht rückgängig machen.',
        other:
          '{0} Läufe mit Sicherungspunkten und Messwerten löschen? Das lässt sich nicht rückgängig machen.',
      },
    'From {0} answer | From {0} answers': { one: 'Aus {0} Antwort', other: 'Aus {0} Antworten' },
    'It read {0} answer beside the text. | It read {0} answers beside the text.': {
      one: 'Er las {0} Antwort neben dem Text.',
      other: 'Er las {0} Antworten neben dem Text.',
    },
    'Problem | {0} problems': { one: 'Problem', other: '{0} Probleme' },
    'Remove {0} fish of  | Remove {0} fish of ': {
      one: '{0} Fisch entfernen von ',
      other: '{0} Fische entfernen von ',
    },
    'Select at least {0} node first. | Select at least {0} nodes first.': {
      one: 'Wählen Sie zuerst mindestens {0} Knoten aus.',
      other: 'Wählen Sie zuerst mindestens {0} Knoten aus.',
    },
    'Start {0} run | Start {0} runs': { one: '{0} Lauf starten', other: '{0} Läufe starten' },
    'Went back {0} step. | Went back {0} steps.': {
      one: '{0} Schritt zurückgegangen.',
      other: '{0} Schritte zurückgegangen.',
    },
    'Went forward {0} step. | Went forward {0} steps.': {
      one: '{0} Schritt vorgegangen.',
      other: '{0} Schritte vorgegangen.',
    },
    'and {0} more event | and {0} more events': {
      one: 'und {0} weiteres Ereignis',
      other: 'und {0} weitere Ereignisse',
    },
    'leave out {0} row that cannot be read | leave out {0} rows that cannot be read': {
      one: '{0} nicht lesbare Zeile weglassen',
      other: '{0} nicht lesbare Zeilen weglassen',
    },
    'one link | {0} links': { one: 'eine Verbindung', other: '{0} Verbindungen' },
    'one voice | {0} voices': { one: 'einer Stimme', other: '{0} Stimmen' },
    'only one fish | only {0} fish': { one: 'nur einen Fisch', other: 'nur {0} Fische' },
    '{0} byte | {0} bytes': { one: '{0} Byte', other: '{0} Byte' },
    '{0} change can be applied to the running swarm | {0} changes can be applied to the running swarm': {
      one: '{0} Änderung lässt sich auf den laufenden Schwarm anwenden',
      other: '{0} Änderungen lassen sich auf den laufenden Schwarm anwenden',
    },
    '{0} change holds from the next run on | {0} changes hold from the next run on': {
      one: '{0} Änderung gilt ab dem nächsten Lauf',
      other: '{0} Änderungen gelten ab dem nächsten Lauf',
    },
    '{0} class | {0} classes': { one: '{0} Klasse', other: '{0} Klassen' },
    '{0} client | {0} clients': { one: '{0} Client', other: '{0} Clients' },
    '{0} column | {0} columns': { one: '{0} Spalte', other: '{0} Spalten' },
    '{0} comment | {0} comments': { one: '{0} Notiz', other: '{0} Notizen' },
    '{0} different value | {0} different values': {
      one: '{0} verschiedenen Wert',
      other: '{0} verschiedene Werte',
    },
    '{0} faulty client | {0} faulty clients': {
      one: '{0} fehlerhaften Client',
      other: '{0} fehlerhafte Clients',
    },
    '{0} fish | {0} fish': { one: '{0} Fisch', other: '{0} Fische' },
    '{0} generation | {0} generations': { one: '{0} Generation', other: '{0} Generationen' },
    '{0} group | {0} groups': { one: '{0} Gruppe', other: '{0} Gruppen' },
    '{0} is expected | {0} are expected': { one: '{0} wird erwartet', other: '{0} werden erwartet' },
    '{0} liar | {0} liars': { one: '{0} Lügner', other: '{0} Lügnern' },
    '{0} link in | {0} links in': { one: '{0} Verbindung hinein', other: '{0} Verbindungen hinein' },
    '{0} link out | {0} links out': { one: '{0} Verbindung hinaus', other: '{0} Verbindungen hinaus' },
    '{0} link | {0} links': { one: '{0} Verbindung', other: '{0} Verbindungen' },
    '{0} live source | {0} live sources': { one: '{0} lebende Quelle', other: '{0} lebende Quellen' },
    'block | blocks': { one: 'Block', other: 'Blöcke' },
    'client | clients': { one: 'Client', other: 'Clients' },
    'evaluation | evaluations': { one: 'Auswertung', other: 'Auswertungen' },
    'example | examples': { one: 'Beispiel', other: 'Beispiele' },
    'fish | fish': { one: 'Fisch', other: 'Fische' },
    'generation | generations': { one: 'Generation', other: 'Generationen' },
    'part | parts': { one: 'Teil', other: 'Teile' },
    'pass | passes': { one: 'Durchgang', other: 'Durchgänge' },
    'round | rounds': { one: 'Runde', other: 'Runden' },
    'row | rows': { one: 'Zeile', other: 'Zeilen' },
    'step | steps': { one: 'Schritt', other: 'Schritte' },
    'text | texts': { one: 'Text', other: 'Texte' },
    'time | times': { one: 'Mal', other: 'Mal' },
    'token | tokens': { one: 'Token', other: 'Tokens' },
    'voice | voices': { one: 'Stimme', other: 'Stimmen' },
    'per KiB': 'je KiB',
    '{0} node | {0} nodes': { one: '{0} Knoten', other: '{0} Knoten' },
    '{0} point is in view. | {0} points are in view.': {
      one: '{0} Punkt ist zu sehen.',
      other: '{0} Punkte sind zu sehen.',
    },
    '{0} port fits. | {0} ports fit.': { one: '{0} Anschluss passt.', other: '{0} Anschlüsse passen.' },
    '{0} port | {0} ports': { one: '{0} Anschluss', other: '{0} Anschlüsse' },
    '{0} round late | {0} rounds late': { one: '{0} Runde später', other: '{0} Runden später' },
    '{0} round | {0} rounds': { one: '{0} Runde', other: '{0} Runden' },
    '{0} row cannot be read. Mend it, or agree to leave it out. | {0} rows cannot be read. Mend them, or agree to leave them out.':
      {
        one: '{0} Zeile ist nicht lesbar. Verbessern Sie sie oder stimmen Sie zu, sie wegzulassen.',
        other: '{0} Zeilen sind nicht lesbar. Verbessern Sie sie oder stimmen Sie zu, sie wegzulassen.',
      },
    '{0} row | {0} rows': { one: '{0} Zeile', other: '{0} Zeilen' },
    '{0} run chosen | {0} runs chosen': { one: '{0} Lauf gewählt', other: '{0} Läufe gewählt' },
    '{0} run was put in the queue | {0} runs were put in the queue': {
      one: '{0} Lauf kam in die Schlange',
      other: '{0} Läufe kamen in die Schlange',
    },
    '{0} run | {0} runs': { one: '{0} Lauf', other: '{0} Läufe' },
    '{0} running | {0} running': { one: '{0} läuft', other: '{0} laufen' },
    '{0} text | {0} texts': { one: '{0} Text', other: '{0} Texte' },
    '{0} token | {0} tokens': { one: '{0} Token', other: '{0} Tokens' },
    '{0} training row | {0} training rows': { one: '{0} Trainingszeile', other: '{0} Trainingszeilen' },
    '{0} usable row | {0} usable rows': { one: '{0} nutzbare Zeile', other: '{0} nutzbare Zeilen' },
    '{0} voice is linked | {0} voices are linked': {
      one: '{0} Stimme ist verbunden',
      other: '{0} Stimmen sind verbunden',
    },
    '{0} waiting | {0} waiting': { one: '{0} wartet', other: '{0} warten' },
    '{0} weight unchanged | {0} weights unchanged': {
      one: '{0} Gewicht unverändert',
      other: '{0} Gewichte unverändert',
    },
    'at round {0}': 'in Runde {0}',
    'in rounds {0} to {1}': 'in den Runden {0} bis {1}',
    '{0} fish failed | {0} fish failed': {
      one: '{0} Fisch ist ausgefallen',
      other: '{0} Fische sind ausgefallen',
    },
    '{0} fish is back | {0} fish are back': {
      one: '{0} Fisch ist wieder da',
      other: '{0} Fische sind wieder da',
    },
    '{0} fish is not well | {0} fish are not well': { one: '{0} Fisch leidet', other: '{0} Fische leiden' },
    '{0} fish is well | {0} fish are well': {
      one: '{0} Fisch ist wohlauf',
      other: '{0} Fische sind wohlauf',
    },
    '{0} fish joined | {0} fish joined': {
      one: '{0} Fisch ist dazugekommen',
      other: '{0} Fische sind dazugekommen',
    },
    '{0} fish left the swarm | {0} fish left the swarm': {
      one: '{0} Fisch hat den Schwarm verlassen',
      other: '{0} Fische haben den Schwarm verlassen',
    },
    '{0} fish replaced | {0} fish replaced': { one: '{0} Fisch ersetzt', other: '{0} Fische ersetzt' },
    '{0} takeover | {0} takeovers': { one: '{0} Übernahme', other: '{0} Übernahmen' },
    '{0} level of a cascade is gone | {0} levels of cascades are gone': {
      one: '{0} Stufe einer Kaskade ist weg',
      other: '{0} Stufen von Kaskaden sind weg',
    },
    '{0} {1}: {2}': '{0} {1}: {2}',
    'All files': 'Alle Dateien',
    'Close without them': 'Ohne sie schließen',
    'Go back': 'Zurück',
    'Go on without': 'Ohne weitermachen',
    'Log: {0}': 'Protokoll: {0}',
    'Restart the engine': 'Rechenkern neu starten',
    'The engine keeps ending': 'Der Rechenkern endet immer wieder',
    'The engine, which keeps drafts, does not answer. Save the swarm to a file, or close without the changes.':
      'Der Rechenkern, der die Entwürfe aufbewahrt, antwortet nicht. Speichern Sie den Schwarm in einer Datei, oder schließen Sie ohne die Änderungen.',
    'The folder of your swarms is missing': 'Der Ordner Ihrer Schwärme fehlt',
    'The last changes are not kept': 'Die letzten Änderungen sind nicht gesichert',
    '{0} cannot be opened: it does not exist or may not be read.':
      '{0} kann nicht geöffnet werden: Es ist nicht vorhanden oder darf nicht gelesen werden.',
    '{0} could not be opened': '{0} konnte nicht geöffnet werden',
    '{0} could not be saved: {1}. The file on disk is unchanged.':
      '{0} konnte nicht gespeichert werden: {1}. Die Datei auf der Platte ist unverändert.',
    '{0} is larger than 64 MB, too large for a swarm document.':
      '{0} ist größer als 64 MB, zu groß für einen Schwarm.',
    '{0} is not a file. Choose a .swarm file.': '{0} ist keine Datei. Wählen Sie eine .swarm-Datei.',
    '{0} was not opened in this session. Use "Save as" to choose where to save.':
      '{0} wurde in dieser Sitzung nicht geöffnet. Wählen Sie mit „Speichern unter“, wohin gespeichert wird.',
    'Not known yet': 'Noch nicht bekannt',
    '{0} cannot be read. Correct the file, or set skipBadRows.':
      '{0} können nicht gelesen werden. Berichtigen Sie die Datei, oder setzen Sie skipBadRows.',
    '{0} more row | {0} more rows': { one: '{0} weitere Zeile', other: '{0} weitere Zeilen' },
  },
};
