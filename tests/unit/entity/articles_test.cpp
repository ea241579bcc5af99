// Short articles of our own, each with its references marked: {words=whom they stand for}, or
// {words=?} where they stand for nobody that the article names.

#include "unit/entity/entity_fixture.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frise {
namespace {

using entity_test::Bench;

struct Marked {
  std::string text;
  std::vector<std::pair<Span, std::string>> references;
};

Marked without_marks(std::string_view article) {
  Marked out;
  while (!article.empty()) {
    const std::size_t open = article.find('{');
    out.text += article.substr(0, open);
    if (open == std::string_view::npos) break;
    const std::size_t equals = article.find('=', open);
    const std::size_t close = article.find('}', equals);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += article.substr(open + 1, equals - open - 1);
    out.references.emplace_back(Span{begin, static_cast<std::uint32_t>(out.text.size())},
                                article.substr(equals + 1, close - equals - 1));
    article.remove_prefix(close + 1);
  }
  return out;
}

/// Every reference as "words=name", first as marked, then as read.
void check_references(const Bench& bench, std::string_view article) {
  const Marked marked = without_marks(article);
  const EntityLayer layer = bench.read(marked.text);
  std::string wanted;
  std::string read;
  for (const auto& [span, name] : marked.references) {
    const std::string words{slice(marked.text, span)};
    wanted += words + "=" + name + "\n";
    std::string answer = "?";
    for (const Mention& mention : layer.mentions) {
      if (mention.span != span || !mention.entity) continue;
      answer = layer.entities[*mention.entity].name;
      if (mention.second) answer += " & " + layer.entities[*mention.second].name;
    }
    read += words + "=" + answer + "\n";
  }
  CHECK(read == wanted);
}

TEST_CASE("references in French articles stand for whom a reader takes them for", "[entity]") {
  const auto article = GENERATE(values<const char*>({
      R"(Le procès de l'ancien patron de Sélune s'ouvre à Rennes

L'ancien PDG de Sélune, Yves Carrel, comparaît depuis lundi devant le tribunal correctionnel de Rennes pour abus de biens sociaux. {L'homme d'affaires=Yves Carrel}, 63 ans, est soupçonné d'avoir fait payer par la société des travaux dans {sa villa=?}. {Il=Yves Carrel} encourt cinq ans de prison.

« {Mon client=?} n'a rien caché », a plaidé {son avocate=Maud Ferrier}, Me Maud Ferrier. {Celle-ci=Maud Ferrier} demande la relaxe. Le parquet a requis deux ans avec sursis. {L'accusation=?} s'appuie sur le témoignage de Lucie Baron, alors directrice financière de {l'entreprise=Sélune}.

Cette dernière avait alerté la brigade financière en 2019. Sélune, spécialisée dans les algues, s'est portée partie civile. {Le groupe breton=Sélune} réclame 1,2 million d'euros à {son ancien dirigeant=Yves Carrel}. {Le tribunal=tribunal correctionnel de Rennes} rendra {son jugement=?} le 12 mars.)",
      R"(Télévia et Linéo renoncent à fusionner

Télévia et Linéo ont mis fin mardi à leurs discussions. {Les deux opérateurs=?} négociaient depuis janvier. Télévia offrait 6,2 milliards d'euros pour {son rival=?}, que contrôle la famille Aubray.

L'Autorité de la concurrence exigeait la cession de 3 000 antennes. {Le gendarme de la concurrence=Autorité de la concurrence} craignait une hausse des prix. « {Nous=Télévia} avons tout essayé », assure Bertrand Hély, le directeur général de Télévia. {Il=Bertrand Hély} avait fait de ce rachat {sa priorité=?}.

Linéo a perdu 9 % à la Bourse de Paris. {L'opérateur=Linéo}, qui compte 8 millions d'abonnés, pourrait se tourner vers l'espagnol Movila. {Celui-ci=Movila} n'a pas souhaité commenter. {Le numéro trois français du mobile=?} supprimera de toute façon 900 postes.

Le ministre de l'Économie regrette l'échec. {Bercy=Gouvernement français} souhaitait trois acteurs. {Le ministre=?} recevra {les deux groupes=?}.)",
      R"(Air Lumière annule la moitié de ses vols

Air Lumière annulera vendredi un vol sur deux en raison d'une grève de {ses pilotes=?}. {La compagnie=Air Lumière} conseille de reporter les voyages. {Elle=Air Lumière} remboursera les billets.

Le SNPL, principal syndicat de pilotes, dénonce la création de {Lumi=Lumi}, la filiale à bas coûts. « {La direction=?} ne {nous=SNPL} écoute plus », se plaint {son président=Éric Vasseur}, Éric Vasseur. {Le syndicat=SNPL} exige que {les pilotes de la filiale=?} aient les mêmes contrats. {Il=SNPL} a rejeté lundi une nouvelle offre.

Sophie Marchand, qui dirige {le transporteur=Air Lumière} depuis deux ans, évalue le coût à 15 millions d'euros par jour. {La patronne=Sophie Marchand} d'Air Lumière a écrit aux salariés. « {Je=Sophie Marchand} ne céderai pas », prévient-{elle=Sophie Marchand}.

L'État, qui détient 16 % de {la compagnie=Air Lumière}, appelle au dialogue. Le secrétaire d'État aux Transports a reçu le syndicaliste mercredi.)",
      R"(Aérolis livre son premier AX-80

L'avionneur français Aérolis a remis mardi à la compagnie Nordair le premier AX-80, un avion de ligne de 180 places. {L'appareil=AX-80} assurera la liaison entre Oslo et Nice dès le mois de mai. {La compagnie=Nordair} en a commandé vingt-deux.

« {Nous=Aérolis} avons douté, mais {nous=Aérolis} y sommes arrivés », a déclaré Mireille Castan, directrice générale d'Aérolis. {Elle=Mireille Castan} dirige {l'entreprise=Aérolis} depuis 2019. L'ingénieur Paul Ferrandi, qui a conçu {l'avion=AX-80}, a quitté {le constructeur=Aérolis} en janvier ; {il=Paul Ferrandi} travaille désormais pour l'américain Jetcraft.

Jetcraft juge que {le biréacteur=AX-80} consomme trop. {Le groupe américain=Jetcraft} présentera {son propre modèle=?} à l'automne. {Les deux avionneurs=?} se disputent un marché de 4 000 appareils.

La ministre des Transports, Odile Brunet, assistait à la cérémonie. {La ministre=Odile Brunet} a salué une réussite.)",
      R"(Le laboratoire Séraline retire le Dorvanil de la vente

Le laboratoire lyonnais Séraline a suspendu vendredi la vente du Dorvanil, un médicament contre la migraine prescrit à 90 000 patients. {Le laboratoire=Séraline} dit avoir relevé douze cas d'hépatite.

L'Agence du médicament avait demandé dès juin une nouvelle étude. « Personne ne {nous=Agence du médicament} a écoutés », regrette Hugo Tessier, le directeur de {l'agence=Agence du médicament}. Selon {lui=Hugo Tessier}, {le traitement=Dorvanil} n'aurait jamais dû être vendu sans ordonnance.

Séraline affirme que {le produit=Dorvanil} reste sûr. {La société=Séraline} a perdu 14 % en Bourse. Son principal concurrent, le suisse Helvomed, a gagné 3 %. {Celui-ci=Helvomed} vend une molécule voisine.

Me Claire Rivoal, qui défend quarante familles, a saisi le tribunal judiciaire de Lyon. {L'avocate=Claire Rivoal} réclame une expertise.)",
      R"(Amende pour la Banque du Rhône

L'Autorité de contrôle a infligé lundi une amende de 8 millions d'euros à la Banque du Rhône. {Le régulateur=Autorité de contrôle} reproche à {l'établissement=Banque du Rhône} d'avoir fermé les yeux sur des virements suspects.

{La banque=Banque du Rhône} a annoncé un recours. {Elle=Banque du Rhône} conteste « la méthode et le montant ». {Son président=Alain Mouret}, Alain Mouret, a dénoncé un acharnement. « Nous avons coopéré », assure l’ancien ministre.

Le fonds Tarn Capital, premier actionnaire, réclame sa tête. {Le fonds=Tarn Capital} détient 11 % du capital. Mouret avait été ministre du Budget. {Il=Alain Mouret} a été nommé en 2020 à la tête de {la banque lyonnaise=Banque du Rhône}.)",
      R"(L'AS Vernoise change d'entraîneur

L'AS Vernoise s'est séparée lundi de Fabio Moretti après cinq défaites. {Le club=AS Vernoise} a nommé à sa place Julien Sabatier, qui entraînait les jeunes. {L'Italien=?} était arrivé en 2022. Il touchera un an de salaire.

« {Nous=AS Vernoise} devions réagir », explique Carole Huguet, présidente de {l'équipe=AS Vernoise}. {La présidente=Carole Huguet} a écarté l'idée d'un rachat par le fonds Blue Harbor. {Le fonds=Blue Harbor} aurait offert 40 millions d'euros.

La Ligue avait interdit de recrutement {le club vernois=AS Vernoise} cet hiver. Sabatier dirigera {sa première séance=?} mardi. Le technicien a signé jusqu'en juin.)",
      R"(L'armateur Ponant-Sud commande un ferry à hydrogène

L'armateur marseillais Corsamar a commandé un ferry à hydrogène aux Chantiers de la Rade. {Le navire=?} coûtera 210 millions d'euros. {L'armateur=Corsamar} espère l'exploiter en 2028.

Les Chantiers de la Rade livreront d'abord le Monte Rosso, un ferry au gaz. {Le bateau=Monte Rosso} reliera Bastia et Toulon. {Ce dernier=Monte Rosso} sera baptisé en mai.

{Le chantier naval=Chantiers de la Rade} emploie 900 salariés. Le ministre de l'Industrie s'est dit satisfait. « Cette entreprise revient de loin », a-t-il déclaré.)",
      R"(Échec du premier vol de Zénith

La fusée Zénith a explosé mardi, deux minutes après {son décollage=?} de Kourou. {Le lanceur=Zénith}, construit par Orbitale, emportait deux satellites de l'opérateur luxembourgeois Lumisat. {Ce dernier=Lumisat} était assuré.

« {Je=Anne Delvaux} suis déçue mais pas découragée », a commenté Anne Delvaux, qui a fondé Orbitale en 2016. {L'ingénieure=Anne Delvaux} de 41 ans promet un nouvel essai en mars. {Sa société=Orbitale} a levé 180 millions d'euros.

Le Centre spatial a ouvert une enquête. {L'organisme=Centre spatial} publiera {ses conclusions=?} en janvier. Selon {lui=Centre spatial}, {la fusée=Zénith} a dévié de {sa trajectoire=?}.

Lumisat n'exclut pas de confier {ses prochains satellites=?} à l'américain Rocketry. {L'opérateur=Lumisat} avait déjà perdu un satellite en 2019. {Rocketry=Rocketry} n'a pas réagi.)",
      R"(L'éditeur Calame attaque Bookzon

La maison d'édition Calame a assigné Bookzon devant le tribunal judiciaire de Paris. {L'éditeur=Calame} accuse {la plateforme=Bookzon} de vendre des exemplaires pirates du roman Les Marées, de Jeanne Vauquier. {La romancière=Jeanne Vauquier} a porté plainte de {son côté=?}.

{Le livre=Les Marées} s'est écoulé à 300 000 exemplaires. Bookzon assure avoir retiré les annonces. « {Nous=Bookzon} ne tolérons pas la contrefaçon », a fait savoir {la plateforme américaine=Bookzon}.

Le Syndicat des éditeurs soutient {la maison parisienne=Calame}. {Il=Syndicat des éditeurs} réclame une loi. Le ministre de la Culture, Paul Ancelin, a reçu {son président=?} jeudi. {Le ministre=Paul Ancelin} prépare un texte.

Le tribunal rendra {sa décision=?} le 4 juin.)",
  }));
  check_references(Bench::french(), article);
}

TEST_CASE("references in English articles stand for whom a reader takes them for", "[entity]") {
  const auto article = GENERATE(values<const char*>({
      R"(Brandt to shut Ohio plant

German truck maker Brandt will close {its plant=?} in Lima, Ohio, with the loss of 1,900 jobs. {The company=Brandt} said {it=Brandt} would move production to Mexico. {The factory=?} has built the Ranger 9 since 1987.

The United Truck Workers vowed to fight. "They took {our=?} tax money," said {its local president=Ed Mason}, Ed Mason. {He=Ed Mason} has worked at the plant for 31 years. {The union=United Truck Workers} will vote on a strike on Friday.

Governor Carol Whitman called {the carmaker=?} selfish. Ohio gave {the group=Brandt} $60 million in 2015. {The Republican=Carol Whitman} wants it back. {She=Carol Whitman} spoke to Brandt's chief executive, Klaus Reimer, by phone. {He=Klaus Reimer} promised nothing, {she=Carol Whitman} said.

Supplier Delco Seats, which employs 400 people nearby, may also close. {The supplier=Delco Seats} makes seats for the truck. {The German manufacturer=Brandt} is {its only customer=?}.)",
      R"(Northwing delays its giant jet again

Northwing said on Tuesday that the NW-90, a double-deck passenger plane, would not fly before 2027. {The planemaker=Northwing} blamed {its engine supplier=Tarrant Power}, Tarrant Power. {The aircraft=NW-90} is two years late.

Gulf carrier Desert Air, which ordered 30 of them, may cancel. "{We=Desert Air} cannot wait for ever," {its chairman=Omar Haddad}, Omar Haddad, told reporters. {He=Omar Haddad} has asked {the manufacturer=Northwing} for compensation. {The airline=Desert Air} wants $400 million.

{The superjumbo=NW-90} has cost the company $9 billion so far. Analyst Ruth Camden of Hale Securities expects worse. "They never had a plan," {she=Ruth Camden} said.

Tarrant Power denied any fault. {The engine maker=Tarrant Power} said {its turbines=?} had been ready since March.)",
      R"(Regulator blocks Corvane's pill

The Health Products Agency refused on Friday to approve Lumeral, a pill against obesity made by Corvane. {The regulator=Health Products Agency} said {the drug=Lumeral} raised blood pressure in one patient in nine.

Corvane, based in Basel, will appeal. {The Swiss drugmaker=Corvane} had hoped to sell {the medicine=Lumeral} from January. "{We=Corvane} stand by {our data=?}," chief executive Ingrid Sauter said. {She=Ingrid Sauter} took over in 2021.

Shares in Corvane fell 18%. {Its rival=?} Pelham Biotech rose 5%. {The Boston-based company=Pelham Biotech} is testing a similar product. {The agency=Health Products Agency} will publish {its full report=?} next month.)",
      R"(Orbix pulls the Halo 7

Orbix has stopped selling the Halo 7, a folding phone launched in March, after screens cracked. {The handset=Halo 7} cost $1,800. {The phone maker=Orbix} will refund every buyer.

Korean supplier Daesung Display made the screens. {The supplier=Daesung Display} said {it=Daesung Display} was looking into the matter. {The Korean company=Daesung Display} also works for Vanta, Orbix's main rival.

Orbix's founder, Peter Lindqvist, apologised. "{I=Peter Lindqvist} should have waited," {he=Peter Lindqvist} wrote. {The founder=Peter Lindqvist} owns 31% of {the company=Orbix}. {The phone=Halo 7} will return in the autumn, according to {him=Peter Lindqvist}.)",
      R"(Fenwick Stores to close 40 shops

The grocer Fenwick Stores will close 40 shops and cut 2,100 jobs. {The chain=Fenwick Stores} has lost customers to the German discounter Billig. {The discounter=Billig} opened its hundredth British shop in May.

The Shopworkers' Union called the plan brutal. {The union=Shopworkers' Union} wants talks with {the retailer=Fenwick Stores}. "They told {us=Shopworkers' Union} by email," said Joan Marsh, {the union's general secretary=?}. {She=Joan Marsh} will meet the business secretary on Monday.

Fenwick's chief executive, Tom Arden, blamed taxes. {The chief executive=Tom Arden} joined from Billig. {He=Tom Arden} said {the company=Fenwick Stores} had no choice.)",
      R"(Halden recalls 90,000 cars

Halden Motors recalled 90,000 Fjord sedans on Monday over faulty brakes. {The Norwegian carmaker=Halden Motors} said nobody had been hurt. The brakes come from Brakex. {The supplier=Brakex} is based in Turin.

The National Road Agency opened an inquiry last month. {The agency=National Road Agency} has received 31 complaints about {the car=?}. {It=National Road Agency} may fine {the automaker=Halden Motors}.

Halden and Brakex have worked together since 1998. {The two companies=Halden Motors & Brakex} will share the cost. Halden's head of quality, Sven Dahl, resigned. {He=Sven Dahl} will be replaced by Mona Reyes, {a former Brakex engineer=?}.)",
      R"(Strandline to list in London

Strandline, the Greek hotel group, plans to list its shares in London in the spring. {The company=Strandline} runs 62 resorts around the Mediterranean. {Its founder=Eleni Kouris}, Eleni Kouris, will keep 40%. {She=Eleni Kouris} started with a single guesthouse on Naxos.

Barnham Bank and Osaka Securities will handle the offering. {The two banks=?} declined to comment. In 2022 Strandline dropped a plan to merge with Solana, {its Spanish rival=?}. {The Spanish group=Solana} was later bought by the fund Peakridge.

"{Our market=?} is back," Kouris told the Financial Times. The hotelier expects the group to be worth 3 billion euros. {Peakridge=Peakridge} may buy a stake, {the newspaper=Financial Times} said.)",
  }));
  check_references(Bench::english(), article);
}

}  // namespace
}  // namespace frise
